// Makes small PDFs for tests: pages with a content stream and what else their dictionaries hold.
#pragma once

#include <string>
#include <vector>

namespace plumbline::test {

struct SamplePage {
  std::string content = {};                         // operators; fonts /F1 (Helvetica) and /F2 (Times-Bold) are there
  std::string entries = "/MediaBox [0 0 200 100]";  // of the page's dictionary
};

struct SamplePdf {
  std::vector<SamplePage> pages = {};
  std::vector<std::string> objects = {};  // further objects, numbered from 10 on: "<< … >>"
  std::string fonts = {};                 // further fonts of all pages: "/F3 10 0 R"
  std::string catalog = {};               // further entries of the catalog
  std::string info = {};                  // entries of the document information
  int page_count = -1;                    // what /Count says; -1: the truth

  std::string bytes() const;
};

}  // namespace plumbline::test
