// text: the report for a person, one a submission, an empty line between.
#include "output/formats.h"
#include "output/text_report.h"

namespace plumbline {

namespace {

class Text : public Format {
 public:
  explicit Text(const FormatOptions& options) {
    style_.color = options.has_color;
    style_.fail_on = options.fail_on;
  }
  Piece render(const Record& record) const override { return {text_report(record, style_)}; }
  std::unique_ptr<Assembly> assemble(Sink sink, const AssemblyOptions&) const override {
    return join_pieces(std::move(sink), {"", "\n", ""});
  }

 private:
  TextStyle style_;
};

}  // namespace

std::unique_ptr<Format> make_text_format(const FormatOptions& options) {
  return std::make_unique<Text>(options);
}

}  // namespace plumbline
