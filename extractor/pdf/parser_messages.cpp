// Gathers what Poppler complains of, instead of letting it print: capped in number and in length.
#include "extractor/pdf/parser_messages.h"

#include <poppler/Error.h>

#include <algorithm>
#include <array>
#include <span>

namespace plumbline::pdf {
namespace {

constexpr std::size_t most_messages = 20;
constexpr std::size_t longest_message = 200;

// Poppler's callback carries no user data, so the object that listens must be found from here.
thread_local ParserMessages* listener = nullptr;

void hear(ErrorCategory, Goffset, const char* message) {
  if (listener != nullptr && message != nullptr) listener->add(message);
}

// Complaints after which characters are missing, as Poppler 22.12 words them.
constexpr std::array<std::string_view, 9> losses = {"in flate stream", "Bad block header",    "Bad two dim code",
                                                    "LZW stream",      "Weird page contents", "Bad bits",
                                                    "No font in show", "Kids object",         "XObject '"};
// Complaints of content that makes no sense and of objects that are nowhere: one or two stand in honest files.
constexpr std::array<std::string_view, 11> senseless = {
    "Unknown operator", "Illegal character",  "Too few (",         "Too many args",
    "is wrong type",    "End of file inside", "Leftover args",     "Dictionary key must be",
    "Badly formatted",  "Unterminated",       "Invalid XRef entry"};

bool is_of(std::span<const std::string_view> kinds, std::string_view message) {
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](std::string_view kind) { return message.find(kind) != std::string_view::npos; });
}

std::string printable(std::string_view raw) {
  std::string text;
  for (const char c : raw.substr(0, longest_message)) {
    const auto byte = static_cast<unsigned char>(c);
    text += byte >= 0x20 && byte < 0x7f ? c : '?';
  }
  return text;
}

}  // namespace

ParserMessages::Listening::Listening(ParserMessages& messages) : before_(listener) {
  listener = &messages;
  setErrorCallback(hear);
}

ParserMessages::Listening::~Listening() {
  listener = before_;
}

void ParserMessages::add(std::string_view message) {
  if (!tells_of_loss_) tells_of_loss_ = is_of(losses, message);
  if (is_of(senseless, message)) ++damages_;
  // What made no sense before stood where a wrong table led; from here on objects are where they were found.
  if (message.find("try to reconstruct") != std::string_view::npos) damages_ = 0;
  if (left_out_ > 0 && messages_.size() + taken_ >= most_messages) {
    ++left_out_;
    return;
  }
  std::string text = printable(message);
  const auto same = std::find_if(messages_.begin(), messages_.end(), [&](const Message& m) { return m.text == text; });
  if (same != messages_.end()) {
    ++same->count;
  } else if (messages_.size() + taken_ < most_messages) {
    messages_.push_back({std::move(text), page_});
  } else {
    ++left_out_;
  }
}

bool ParserMessages::has_any_with(std::string_view part) const {
  return std::any_of(messages_.begin(), messages_.end(),
                     [&](const Message& m) { return m.text.find(part) != std::string::npos; });
}

std::vector<Warning> ParserMessages::take() {
  std::vector<Warning> warnings;
  for (Message& message : messages_) {
    if (message.count > 1) message.text += " (" + std::to_string(message.count) + " times)";
    warnings.push_back({"pdf-syntax", message.page, std::move(message.text)});
  }
  if (left_out_ > 0) warnings.push_back({"pdf-syntax", no_index, "and " + std::to_string(left_out_) + " more"});
  taken_ += messages_.size();
  messages_.clear();
  left_out_ = 0;
  return warnings;
}

}  // namespace plumbline::pdf
