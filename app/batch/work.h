// What a worker is asked and what it answers.
#pragma once

#include "extractor/document.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plumbline::batch {

// How much a worker does. Each step asks less of a submission on which the one before it failed.
enum class WorkStep : std::uint8_t {
  read,     // read the pages that are not at hand, then everything else
  finish,   // read nothing: everything else with the pages at hand
  plain,    // only the text of the pages at hand, without structure
  record,   // only say that it cannot be read
  convert,  // by another program, outside the sandbox and by no worker: for forms that workers do not read
};

// From the coordinator to a worker. Text and pages in it are untrusted.
struct WorkOrder {
  std::string name;  // of the file, its last part
  std::string path;  // as given
  std::string sha256;
  WorkStep step = WorkStep::read;
  bool font_details = true, annotations = true, ocr = true;  // off: parts on which the reader has crashed
  bool is_equipped_for_ocr = false;   // what OCR needs is loaded, which a worker may not do itself
  std::string converted;              // what a converter made of the file; empty: nothing
  std::vector<std::string> pages;     // read before, in order, each a Document in bytes; a lost page is one too
  std::string failure_code, failure;  // why it is not whole; empty: nothing is lost
};

struct RuleCount {
  std::string rule;
  std::uint32_t count = 0;
};

struct Output {
  std::string name;  // what asked for it ("report", "json")
  std::string bytes;
};

// From a worker to the coordinator, which shows the numbers and passes the outputs on unread.
struct WorkResult {
  ReadStatus status = ReadStatus::ok;
  std::string cause_code, cause;  // where it is not ok: the first reason
  std::string pack;               // id of the template recognised; empty: none
  std::uint32_t pages = 0;
  std::array<std::uint32_t, 4> by_severity{};  // open findings, by Severity
  std::vector<RuleCount> by_rule;              // open findings
  std::vector<Output> outputs;
};

std::string encode(const WorkOrder& order);
WorkOrder decode_order(std::string_view bytes);
std::string encode(const WorkResult& result);
// Throws BadBytes (app/batch/bytes.h). Texts other than outputs are made printable: they go to a terminal.
WorkResult decode_result(std::string_view bytes);

// A page that could not be read, as it stands among the pages at hand.
std::string lost_page(std::string_view code, std::string_view message);

}  // namespace plumbline::batch
