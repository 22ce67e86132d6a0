// What a worker does with one submission.
#include "app/submission_worker.h"

#include "app/batch/document_codec.h"
#include "app/read_submission.h"
#include "extractor/media_type.h"
#include "extractor/office/convert.h"
#include "rules/timeframe/language.h"

#include <algorithm>
#include <string>
#include <utility>

namespace plumbline {

namespace {

using batch::FrameKind;
using batch::WorkOrder;
using batch::WorkStep;

// A page is to be read as a picture, and what does that is not loaded.
struct NeedsOcr {};

std::vector<Document> pages_of(const WorkOrder& order) {
  std::vector<Document> pages;
  for (const std::string& page : order.pages)
    pages.push_back(batch::decode_document(page));
  return pages;
}

Document read_document(std::string_view bytes, const WorkOrder& order, const SubmissionWork& work,
                       batch::WorkerChannel& channel) {
  if (order.step == WorkStep::record) throw Unreadable(order.failure_code, order.failure);
  Document document;
  if (order.step == WorkStep::read) {
    ExtractOptions options = work.extracting;
    options.sha256 = order.sha256;
    options.may_run_programs = false;
    options.font_details = order.font_details;
    options.annotations = order.annotations;
    options.ocr = options.ocr && order.ocr;
    options.before_ocr = [&] {
      if (!order.is_equipped_for_ocr) throw NeedsOcr();
    };
    options.converted = order.converted;
    options.page_by_page.at_hand = pages_of(order);
    options.page_by_page.on_opened = [&](std::size_t pages) { channel.send(FrameKind::opened, std::to_string(pages)); };
    options.page_by_page.on_page = [&](const Document& page) {
      channel.send(FrameKind::page, batch::encode(page));
      if (!page.pages.empty() && page.pages[0].source == TextSource::ocr) channel.send(FrameKind::progress, "ocr");
    };
    options.page_by_page.on_step = [&] { channel.send(FrameKind::progress, "step"); };
    document = extract(bytes, order.name, options);
    // Without annotations the text of form fields is not read.
    if (!order.annotations && document.status == ReadStatus::ok) document.status = ReadStatus::partial;
  } else {
    document = assemble(pages_of(order), order.name);
  }
  if (!order.failure_code.empty()) document.warnings.push_back({order.failure_code, no_index, order.failure});
  document.source.bytes = bytes.size();
  document.source.sha256 = order.sha256;
  channel.send(FrameKind::progress, "read");
  return document;
}

Outcome outcome_of(std::string_view bytes, const WorkOrder& order, const SubmissionWork& work,
                   batch::WorkerChannel& channel) {
  try {
    Outcome outcome;
    outcome.document = read_document(bytes, order, work, channel);
    if (order.step != WorkStep::plain)
      outcome.report = read_report(outcome.document, work.templates.packs(), work.templates.read_options());
    channel.send(FrameKind::progress, "structure");
    outcome.findings = check_submission(outcome.document, outcome.report, work.templates.packs());
    return outcome;
  } catch (const timeframe::LanguageError& error) {
    throw batch::WrongSetup(error.what());
  } catch (const Unreadable& cause) {
    Outcome outcome = unreadable_submission(order.name, cause, work.templates.packs());
    outcome.document.source.bytes = bytes.size();
    outcome.document.source.sha256 = order.sha256;
    return outcome;
  }
}

// The numbers that the run as a whole shows.
batch::WorkResult count(const Outcome& outcome) {
  batch::WorkResult result;
  const Document& document = outcome.document;
  result.status = document.status;
  result.pack = outcome.report.pack_id;
  result.pages = static_cast<std::uint32_t>(document.pages.size());
  if (document.status != ReadStatus::ok && !document.warnings.empty()) {
    result.cause_code = document.warnings.front().code;
    result.cause = document.warnings.front().message;
  }
  for (const Finding& finding : outcome.findings.list) {
    if (finding.is_accepted) continue;
    ++result.by_severity.at(static_cast<std::size_t>(finding.severity));
    const auto same = std::find_if(result.by_rule.begin(), result.by_rule.end(),
                                   [&](const batch::RuleCount& rule) { return rule.rule == finding.rule; });
    if (same == result.by_rule.end()) {
      result.by_rule.push_back({finding.rule, 1});
    } else {
      ++same->count;
    }
  }
  return result;
}

void finish(Outcome outcome, const WorkOrder& order, const SubmissionWork& work, batch::WorkerChannel& channel) {
  batch::Output accepted;
  if (work.accept) accepted = work.accept(order.path, outcome.findings);
  batch::WorkResult result = count(outcome);
  channel.send(FrameKind::progress, "checks");
  result.outputs = work.render(Record{outcome.document, outcome.report, outcome.findings, work.tool});
  if (work.accept) result.outputs.push_back(std::move(accepted));
  channel.send(FrameKind::result, batch::encode(result));
}

}  // namespace

void work_on(std::string_view submission, std::string_view order_bytes, const SubmissionWork& work,
             batch::WorkerChannel& channel) {
  const WorkOrder order = batch::decode_order(order_bytes);
  if (order.step == WorkStep::read && order.converted.empty() && needs_conversion(media_type_of(submission)))
    return channel.send(FrameKind::progress, "convert");
  try {
    finish(outcome_of(submission, order, work, channel), order, work, channel);
  } catch (const NeedsOcr&) {
    channel.send(FrameKind::progress, "load-ocr");
  }
}

void convert_submission(std::string_view submission, unsigned timeout_seconds, batch::WorkerChannel& channel) {
  try {
    const MediaType type = media_type_of(submission);
    if (!needs_conversion(type)) throw Unreadable("conversion-failed", "the file is of a form that is not converted");
    ConvertOptions options;
    options.timeout_seconds = timeout_seconds;
    channel.send(FrameKind::converted, convert_to_odt(submission, type, options));
  } catch (const Unreadable& cause) {
    channel.send(FrameKind::not_converted, cause.code + "\n" + cause.what());
  }
}

}  // namespace plumbline
