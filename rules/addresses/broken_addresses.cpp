// Scans for what begins like a web address and judges what follows.
#include "rules/addresses/broken_addresses.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace plumbline {
namespace {

bool is_alnum(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}
bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0;
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

// Up to the next blank, quote, angle bracket or character beyond ASCII.
std::size_t end_of_run(std::string_view text, std::size_t at) {
  while (at < text.size() && is_ascii(text[at]) && text[at] != ' ' && text[at] != '"' && text[at] != '<' &&
         text[at] != '>')
    ++at;
  return at;
}

// Without the punctuation of the sentence around it.
std::size_t trim(std::string_view text, std::size_t start, std::size_t end) {
  while (end > start) {
    const char last = text[end - 1];
    const bool closes_own = last == ')' && text.substr(start, end - start).find('(') != std::string_view::npos;
    if (std::string_view(".,;:!?)]}'").find(last) == std::string_view::npos || closes_own) break;
    --end;
  }
  return end;
}

bool ends_in_file(std::string_view text) {
  const std::string small = lower(text);
  constexpr std::array<std::string_view, 15> endings = {".html", ".htm",   ".pdf", ".php",  ".asp",
                                                        ".aspx", ".jsp",   ".doc", ".docx", ".xls",
                                                        ".xlsx", ".shtml", ".cfm", ".xml",  ".do"};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return small.ends_with(ending); });
}

bool is_top_level(std::string_view label) {
  constexpr std::array<std::string_view, 12> known = {"com",  "org", "net", "gov",  "edu", "int",
                                                      "info", "mil", "gob", "gouv", "gub", "example"};
  if (label.size() == 2 && is_lower(label[0]) && is_lower(label[1])) return true;
  return std::find(known.begin(), known.end(), label) != known.end();
}

class Scan {
 public:
  explicit Scan(std::string_view text) : text_(text) {}

  AddressScan run() {
    for (std::size_t at = 0; at < text_.size();) {
      const char c = static_cast<char>(text_[at] | 0x20);
      const bool is_start = (c == 'h' || c == 'w' || c == 't') && (at == 0 || !is_alnum(text_[at - 1]));
      const std::size_t end = is_start ? read(at) : at;
      at = std::max(end, at + 1);
    }
    return std::move(result_);
  }

 private:
  bool follows(std::size_t at, std::string_view word) const {
    if (text_.size() - at < word.size()) return false;
    return std::equal(word.begin(), word.end(), text_.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); });
  }
  char at(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }

  void report(std::size_t start, std::size_t end, std::string why) {
    result_.broken.push_back(
        {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end - start), std::move(why)});
  }

  // Judges the address that begins here; gives where to go on, or `start` where none begins.
  std::size_t read(std::size_t start) {
    for (const std::string_view wrong : {"htp://", "htpp://", "hhtp://", "ttp://", "htttp://", "httpp://", "htps://",
                                         "httsp://", "httpss://", "htpps://", "ttps://", "hppts://", "htttps://"})
      if (follows(start, wrong)) {
        const std::size_t end = trim(text_, start, end_of_run(text_, start));
        ++result_.addresses;
        report(start, end, "begins with \"" + std::string(wrong) + "\"");
        return end;
      }
    if (follows(start, "http")) return read_scheme(start);
    if (follows(start, "www")) return read_www(start);
    return start;
  }

  std::size_t read_scheme(std::size_t start) {
    std::size_t sign = start + 4;
    if ((at(sign) | 0x20) == 's') ++sign;
    std::size_t host = sign;
    while (host < text_.size() && host < sign + 6 &&
           std::string_view(":;/\\ .").find(text_[host]) != std::string_view::npos)
      ++host;
    const std::string_view between = text_.substr(sign, host - sign);
    const bool means_address = between.find(':') != between.npos || between.find("//") != between.npos;
    if (!means_address || host >= text_.size() || !is_ascii(text_[host])) return start;
    const bool has_slash = between.find('/') != between.npos || between.find('\\') != between.npos;
    if (!has_slash && !follows(host, "www.")) return start;  // "HTTP: the protocol"
    ++result_.addresses;
    const std::size_t end = trim(text_, host, end_of_run(text_, host));
    if (between == ":// ") {
      if (follows(host, "www.") || is_domain(text_.substr(host, end - host)))
        report(start, end, "is cut by a space behind \"//\"");
      return end;
    }
    if (between != "://") {
      if (is_alnum(text_[host])) report(start, end, "has \"" + std::string(between) + "\" where \"://\" should stand");
      return end;
    }
    return judge(start, host);
  }

  std::size_t read_www(std::size_t start) {
    std::size_t point = start + 3;
    const char sign = at(point);
    if (sign == '.' && is_alnum(at(point + 1))) {
      ++result_.addresses;
      return judge(start, start);
    }
    if (sign == '.' && !is_ascii(at(point + 1))) return start;
    std::size_t next = point;
    while (next < text_.size() && next < point + 3 &&
           std::string_view(". ,;:").find(text_[next]) != std::string_view::npos)
      ++next;
    const std::size_t end = trim(text_, next, end_of_run(text_, next));
    if (next == point || next >= text_.size() || !is_domain(text_.substr(next, end - next))) return start;
    ++result_.addresses;
    const bool is_cut = text_.substr(point, next - point).find(' ') != std::string_view::npos;
    report(start, end, is_cut ? "is cut by a space behind \"www\"" : "has a wrong sign behind \"www\"");
    return end;
  }

  static bool is_domain(std::string_view run) {
    const std::string_view host = run.substr(0, std::min(run.find_first_of("/?#"), run.size()));
    const auto point = host.rfind('.');
    if (point == host.npos || point == 0) return false;
    const std::string_view last = host.substr(point + 1);
    return last.size() >= 2 && std::all_of(last.begin(), last.end(), is_letter) && is_lower(last[0]);
  }

  std::size_t judge(std::size_t start, std::size_t host_start) {
    const std::size_t run = end_of_run(text_, start);
    const std::size_t end = trim(text_, start, run);
    const std::string_view rest = text_.substr(host_start, end - host_start);
    const std::string_view host = rest.substr(0, std::min(rest.find_first_of("/?#:"), rest.size()));
    if (follows(host_start, "http:") || follows(host_start, "https:") || follows(host_start, "http//")) {
      report(start, end, "has \"http\" twice");
      return end;
    }
    if (const std::size_t cut = end_of_cut(start, run, end, host); cut > end) {
      report(start, cut, "is cut by a space");
      return cut;
    }
    const bool goes_on_in_other_script = run < text_.size() && !is_ascii(text_[run]);
    if (host.find("..") != host.npos) {
      report(start, end, "has two full stops in its host \"" + std::string(host) + "\"");
    } else if (host.find(',') != host.npos) {
      report(start, end, "has a comma in its host \"" + std::string(host) + "\"");
    } else if (goes_on_in_other_script) {
      return end;
    } else if (const std::string why = fault_of(host); !why.empty()) {
      report(start, end, why);
    } else {
      result_.whole.emplace_back(static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end));
    }
    return end;
  }

  static std::string fault_of(std::string_view host) {
    const std::string small = lower(host);
    if (small == "localhost" || host.empty()) return "";
    const std::string_view name =
        std::string_view(small).starts_with("www.") ? std::string_view(small).substr(4) : small;
    if (small.find_first_not_of("0123456789.") == small.npos) return "";
    if (name.find('.') == name.npos) return "names no host that can be (\"" + std::string(host) + "\")";
    return "";
  }

  // Where the second half of an address that a blank cuts ends; 0 where it is whole.
  std::size_t end_of_cut(std::size_t start, std::size_t run, std::size_t end, std::string_view host) const {
    if (run + 1 >= text_.size() || text_[run] != ' ') return 0;
    if (text_[run + 1] == '/') return end == run ? end_of_path(run + 1) : 0;
    if (!is_alnum(text_[run + 1])) return 0;
    const std::size_t next = run + 1;
    const std::size_t next_end = trim(text_, next, end_of_run(text_, next));
    const std::string_view piece = text_.substr(next, next_end - next);
    if (piece.empty() || lower(piece).starts_with("http") || lower(piece).starts_with("www") ||
        piece.find('@') != piece.npos)
      return 0;
    const char last = text_[run - 1];
    const bool is_bare_name = std::all_of(piece.begin(), piece.end(), is_letter);
    if (end == run && std::string_view("-_=&%~+").find(last) != std::string_view::npos) return next_end;
    if (ends_in_file(text_.substr(start, end - start))) return 0;
    if (last == '.' && ends_in_file("." + std::string(piece))) return next_end;
    // "www.ministry. gov.xx/page", "http://www.mini stry.gov"
    const std::string name = lower(host.starts_with("www.") ? host.substr(4) : host);
    const std::size_t label = std::min(piece.find_first_of("./"), piece.size());
    const bool lacks_top = name.find('.') == name.npos || name.ends_with('.');
    if (lacks_top && (last == '.' || last == '-') && is_lower(piece[0]) && is_top_level(piece.substr(0, label)))
      return next_end;
    if (lacks_top && end == run && is_domain(piece)) return next_end;
    if (end != run && last != '/' && last != '.') return 0;
    if (!is_lower(piece[0]) && !std::isdigit(static_cast<unsigned char>(piece[0]))) return 0;
    if (is_bare_name) return 0;
    // A further piece of a path.
    if (ends_in_file(piece)) return next_end;
    const auto slashes = std::count(piece.begin(), piece.end(), '/');
    const bool is_path =
        piece.find_first_of("-_0123456789.") != piece.npos && piece.find_first_of(",;()") == piece.npos;
    const bool has_small_letters = std::count_if(piece.begin(), piece.end(), is_lower) >= 3;
    if (end == run && has_small_letters && (slashes >= 2 || (slashes == 1 && is_path))) return next_end;
    // "http://host/in formation/parents": the address had a path that no slash ended.
    const bool had_path =
        text_.substr(start, end - start).rfind('/') > text_.substr(start, end - start).find(host) && last != '/';
    if (end == run && had_path && slashes == 1 && has_small_letters && !is_alternative(piece)) return next_end;
    return 0;
  }

  // "http://host.org /page.html": a path that stands alone behind the blank; 0 where it is none.
  std::size_t end_of_path(std::size_t slash) const {
    const std::size_t end = trim(text_, slash, end_of_run(text_, slash));
    const std::string_view path = text_.substr(slash + 1, end - slash - 1);
    const bool begins_well = path.size() >= 3 && is_lower(path[0]);
    return begins_well && (ends_in_file(path) || path.find('/') != path.npos) ? end : 0;
  }

  // "and/or", "he/she" of running text.
  static bool is_alternative(std::string_view piece) {
    constexpr std::array<std::string_view, 11> known = {"and/or", "or/and", "he/she", "she/he",   "his/her", "her/his",
                                                        "y/o",    "e/o",    "et/ou",  "und/oder", "e/ou"};
    return std::find(known.begin(), known.end(), piece) != known.end();
  }

  std::string_view text_;
  AddressScan result_;
};

}  // namespace

AddressScan scan_addresses(std::string_view text) {
  return Scan(text).run();
}

}  // namespace plumbline
