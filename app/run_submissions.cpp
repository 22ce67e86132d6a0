// Reads and checks all submissions of a command, in workers, and writes its outputs in their order.
#include "app/run_submissions.h"

#include "app/cache_key.h"
#include "app/progress_line.h"
#include "app/run_table.h"
#include "app/submission_worker.h"
#include "extractor/ocr/recognize.h"
#include "output/format.h"
#include "output/utf8.h"
#include "rules/data_folder.h"

#include <chrono>
#include <iostream>

namespace plumbline {

namespace {

constexpr const char* outputs_name = "outputs";
constexpr const char* more_name = "more";
constexpr const char* acceptance_name = "acceptance";

// What workers may read: tables of characters, fonts, data of OCR, languages. Packs are loaded before.
std::vector<std::string> readable_folders() {
  return {"/usr/share/poppler",
          "/usr/share/fonts",
          "/etc/fonts",
          "/usr/share/fontconfig",
          "/var/cache/fontconfig",
          "/usr/share/tesseract-ocr",
          "/usr/share/tessdata",
          data_folder() + "/timeframe/languages"};
}

// Throws what is wrong with one of them.
void load_tables(Templates& templates) {
  templates.load();
  load_timeframe_tables();
}

// Of one submission alone the worker reads the packs, since it may be in the cache; of a batch, they are read before.
batch::ZygoteSetup zygote_setup(Templates& templates, const SubmissionWork& work, const batch::BatchOptions& options,
                                bool is_batch) {
  batch::ZygoteSetup setup;
  if (is_batch) setup.warm_up = [&] { warm_up(work); };  // one submission alone needs little of it
  setup.equip = [&](bool for_ocr) {
    templates.load();
    if (for_ocr) load_recognizer();
  };
  setup.verify = [&] { load_tables(templates); };
  setup.work = [&](std::string_view submission, std::string_view order, batch::WorkerChannel& channel) {
    work_on(submission, order, work, channel);
  };
  const auto conversion_seconds = static_cast<unsigned>(options.limits.conversion_seconds);
  setup.convert = [conversion_seconds](std::string_view submission, batch::WorkerChannel& channel) {
    convert_submission(submission, conversion_seconds, channel);
  };
  setup.converter_limits = {.memory_bytes = 3 * options.limits.memory_bytes,  // LibreOffice reserves what it never uses
                            .cpu_seconds = conversion_seconds,
                            .file_bytes = options.limits.output_bytes};
  setup.readable = readable_folders();
  setup.limits.memory_bytes = options.limits.memory_bytes;
  // A last resort: time is kept by the coordinator, who knows how many pages there are.
  setup.limits.cpu_seconds = static_cast<std::uint64_t>(options.limits.total_seconds * 4 + 3600);
  return setup;
}

const std::string* output_named(const batch::WorkResult& result, std::string_view name) {
  for (const batch::Output& output : result.outputs)
    if (output.name == name) return &output.bytes;
  return nullptr;
}

std::string how_to_go_on(const batch::BatchSummary& summary, std::size_t total, const batch::BatchOptions& options) {
  std::string text =
      "interrupted: " + std::to_string(summary.done) + " of " + std::to_string(total) + " submissions are done";
  return text + (options.store_folder.empty() ? "; without a cache they are done anew next time"
                                              : "; run the same command again to go on from there");
}

}  // namespace

batch::Inputs inputs_of(const SubmissionOptions& submissions, const RunOptions& options) {
  if (submissions.files.empty() && options.inputs.list.empty())
    throw UsageError("no submission is named: expected files, folders, or --files-from");
  batch::InputOptions chosen = options.inputs;
  chosen.paths = submissions.files;
  batch::Inputs inputs = batch::find_inputs(chosen);
  if (inputs.paths.empty())
    throw UsageError("no submission is found, expected PDF, DOCX, ODT, DOC, RTF or text; left out: " +
                     std::to_string(inputs.other_types) + " of other types, " + std::to_string(inputs.hidden) +
                     " hidden, " + std::to_string(inputs.excluded) + " excluded");
  return inputs;
}

ExitCode run_submissions(const Run& run, Templates& templates, const batch::Inputs& inputs) {
  const auto start = std::chrono::steady_clock::now();
  batch::BatchOptions options = batch_options_of(run.options);
  for (const std::string& path : inputs.paths)
    run.acceptance.prepare(path);
  if (!options.store_folder.empty())
    options.store_key =
        cache_key(run.submissions, templates, run.output_options, run.fail_on, run.acceptance.identity());
  SubmissionWork work{templates, run.submissions.extracting, run.outputs.tool(), {}, {}};
  work.accept = [&](const std::string& path, Findings& findings) {
    run.acceptance.apply(path, findings);
    return batch::Output{acceptance_name, run.acceptance.tell()};
  };
  work.render = [&](const Record& record) {
    std::vector<batch::Output> outputs;
    outputs.push_back({outputs_name, pack_pieces(run.outputs.render(record))});
    if (run.render_more) outputs.push_back({more_name, run.render_more(record)});
    return outputs;
  };

  RunTable table(run.fail_on);
  ProgressLine progress(run.options.is_quiet);
  const auto say = [&](const std::string& text) {
    progress.clear();
    std::cerr << "plumbline: " << text << std::endl;
  };
  batch::BatchEvents events;
  events.on_note = say;
  events.on_progress = [&](const batch::Progress& now) { progress.show(now); };
  events.on_result = [&](const std::string& path, const batch::WorkResult& result) {
    table.add(path, result);
    progress.clear();
    if (result.status == ReadStatus::unreadable) say(shown_on_one_line(path) + ": " + result.cause);
    if (const std::string* pieces = output_named(result, outputs_name)) run.outputs.add(unpack_pieces(*pieces));
    if (const std::string* told = output_named(result, acceptance_name)) run.acceptance.hear(*told);
    if (const std::string* more = output_named(result, more_name); more && run.write_more) run.write_more(path, *more);
  };
  const bool is_batch = inputs.paths.size() > 1;
  if (is_batch) load_tables(templates);
  const batch::BatchSummary summary =
      batch::run_batch(inputs.paths, zygote_setup(templates, work, options, is_batch), options, events);
  progress.clear();
  run.outputs.finish();
  for (const std::string& message : run.acceptance.messages())
    say(shown_on_one_line(message));
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  if (!run.options.is_quiet && is_batch) std::cerr << table.text(summary, inputs, seconds.count());
  if (summary.was_interrupted) {
    say(how_to_go_on(summary, inputs.paths.size(), options));
    return exit_interrupted;
  }
  return table.has_unreadable() ? exit_unreadable : table.has_failing() ? exit_findings : exit_clean;
}

}  // namespace plumbline
