// Makes small PDFs for tests.
#include "tests/support/sample_pdf.h"

#include <cstdio>
#include <map>

namespace plumbline::test {
namespace {

constexpr int first_page = 1000;  // object numbers of pages; their contents follow each at once

std::string reference(int number) {
  return std::to_string(number) + " 0 R";
}

}  // namespace

std::string SamplePdf::bytes() const {
  std::map<int, std::string> numbered;
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const int number = first_page + 2 * static_cast<int>(i);
    kids += reference(number) + " ";
    numbered[number] = "<< /Type /Page /Parent 2 0 R /Resources 3 0 R /Contents " + reference(number + 1) + " " +
                       pages[i].entries + " >>";
    numbered[number + 1] =
        "<< /Length " + std::to_string(pages[i].content.size()) + " >>\nstream\n" + pages[i].content + "\nendstream";
  }
  numbered[1] = "<< /Type /Catalog /Pages 2 0 R " + catalog + " >>";
  numbered[2] = "<< /Type /Pages /Kids [" + kids + "] /Count " +
                std::to_string(page_count < 0 ? static_cast<int>(pages.size()) : page_count) + " >>";
  numbered[3] = "<< /Font << /F1 4 0 R /F2 5 0 R " + fonts + " >> /Properties << >> >>";
  numbered[4] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
  numbered[5] = "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>";
  numbered[6] = "<< " + info + " >>";
  for (std::size_t i = 0; i < objects.size(); ++i)
    numbered[10 + static_cast<int>(i)] = objects[i];

  std::string out = "%PDF-1.7\n";
  std::string table;
  for (const auto& [number, body] : numbered) {
    char entry[64];
    std::snprintf(entry, sizeof entry, "%d 1\n%010zu 00000 n \n", number, out.size());
    table += entry;
    out += std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
  }
  const std::size_t start = out.size();
  out += "xref\n0 1\n0000000000 65535 f \n" + table + "trailer\n<< /Size " +
         std::to_string(numbered.rbegin()->first + 1) + " /Root 1 0 R /Info 6 0 R >>\nstartxref\n" +
         std::to_string(start) + "\n%%EOF\n";
  return out;
}

}  // namespace plumbline::test
