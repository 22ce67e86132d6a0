// What a worker does with one submission: from its bytes to its results.
#pragma once

#include "app/batch/work.h"
#include "app/batch/zygote.h"
#include "app/submission_options.h"
#include "extractor/extract.h"
#include "output/record.h"
#include "rules/check_submission.h"

#include <functional>
#include <string_view>
#include <vector>

namespace plumbline {

struct SubmissionWork {
  const Templates& templates;  // loaded when the work begins
  const ExtractOptions& extracting;
  ToolInfo tool;
  // Marks findings that were accepted before; what is to be known of it goes to the coordinator.
  std::function<batch::Output(const std::string& path, Findings&)> accept;
  std::function<std::vector<batch::Output>(const Record&)> render;  // what the run is to write of each
};

// Does what the order says and sends the frames: pages as they are read, then the result.
void work_on(std::string_view submission, std::string_view order, const SubmissionWork& work,
             batch::WorkerChannel& channel);

// Lets another program make of the file what workers read. In a process that may start programs.
void convert_submission(std::string_view submission, unsigned timeout_seconds, batch::WorkerChannel& channel);

// Loads and compiles what the first submission would otherwise wait for, by reading two small ones of our own.
void warm_up(const SubmissionWork& work);

}  // namespace plumbline
