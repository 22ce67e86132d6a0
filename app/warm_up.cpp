// Loads what the first submission would otherwise wait for, in the process that forks the workers.
#include "app/read_submission.h"
#include "app/submission_worker.h"

#include <string_view>

namespace plumbline {

namespace {

// Ours, so that the zygote parses nothing of anybody else.
constexpr std::string_view small_pdf =
    "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
    "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << /F1 << /Type "
    "/Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> >>\nendobj\n"
    "4 0 obj\n<< /Length 64 >>\nstream\nBT /F1 10 Tf 10 50 Td (Planned: a review by June 2030.) Tj ET   "
    "\nendstream\nendobj\n"
    "trailer\n<< /Root 1 0 R /Size 5 >>\nstartxref\n0\n%%EOF\n";

constexpr std::string_view small_text =
    "Report of Ruritania, 2029\n\nPolicy Target 1: Open procurement\n\nActions already undertaken\n\n"
    "- The law of 12 March 2028 was adopted and 40 % of contracts were published.\n\n"
    "Actions to be undertaken\n\n"
    "- The Ministry of Finance (MoF) will publish all contracts by June 2031, see Policy Target 2.\n"
    "- The portal www.example.org will be reviewed every year from 2030 to 2032.\n\n"
    "Plan d'action : le minist\u00e8re publiera un rapport avant la fin de 2030.\n";

}  // namespace

void warm_up(const SubmissionWork& work) {
  for (const Pack& pack : work.templates.packs())
    pack.prepare();
  for (const std::string_view bytes : {small_pdf, small_text}) {
    const Outcome outcome =
        read_submission(bytes, "warm-up", work.templates.packs(), work.extracting, work.templates.read_options());
    if (work.render) work.render(Record{outcome.document, outcome.report, outcome.findings, work.tool});
  }
}

}  // namespace plumbline
