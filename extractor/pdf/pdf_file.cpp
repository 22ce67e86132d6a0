// Reads a PDF page by page: what is drawn on each page, before layout.
#include "extractor/pdf/pdf_file.h"

#include "extractor/extract.h"
#include "extractor/pdf/actual_text.h"
#include "extractor/pdf/bookmarks.h"
#include "extractor/pdf/draw_page.h"
#include "extractor/pdf/links.h"
#include "extractor/pdf/metadata.h"
#include "extractor/pdf/page_device.h"
#include "extractor/pdf/parser_messages.h"
#include "extractor/pdf/salvage.h"
#include "extractor/pdf/structure_tree.h"

#include <poppler/Annot.h>
#include <poppler/ErrorCodes.h>
#include <poppler/Form.h>
#include <poppler/Gfx.h>
#include <poppler/GlobalParams.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/Stream.h>

#include <algorithm>
#include <exception>

namespace plumbline {
namespace {

using pdf::ParserMessages;

constexpr std::size_t most_damages_of_honest_files = 9;

// Poppler's own global: its tables of encodings and character collections.
void set_up_poppler() {
  if (!globalParams) globalParams = std::make_unique<GlobalParams>();
}

Unreadable why_unreadable(const PDFDoc& document, const ParserMessages& messages) {
  if (document.getErrorCode() == errEncrypted) {
    if (messages.has_any_with("security handler")) {
      return {"encrypted",
              "the file is encrypted in a way that is not supported; expected one that opens without a password"};
    }
    return {"encrypted", "the file needs a password to be opened; expected one that opens without"};
  }
  return {"damaged", "the PDF is damaged: it has no usable catalog or page tree"};
}

// PDF/A files carry a colour profile for printing. Reading it costs more than their text, and colours need not be
// exact.
void drop_output_intents(PDFDoc& document) {
  XRef* xref = document.getXRef();
  Object catalog = xref->getCatalog();
  if (!catalog.isDict() || !catalog.getDict()->hasKey("OutputIntents")) return;
  catalog.getDict()->remove("OutputIntents");
  xref->setModifiedObject(&catalog, xref->getRoot());
}

// A form whose real content stands in XFA alone: what is drawn is only a notice ("Please wait…").
bool is_xfa_only(PDFDoc& document) {
  const Object* form = document.getCatalog()->getAcroForm();
  if (form == nullptr || !form->isDict() || !form->getDict()->hasKey("XFA")) return false;
  const Object catalog = document.getXRef()->getCatalog();
  if (catalog.isDict()) {
    const Object rendering = catalog.getDict()->lookup("NeedsRendering");
    if (rendering.isBool() && rendering.getBool()) return true;
  }
  const Object fields = form->getDict()->lookup("Fields");
  return !fields.isArray() || fields.arrayGetLength() == 0;
}

// The end of a PDF names itself; a file without it was cut off.
bool has_end(std::string_view bytes) {
  constexpr std::size_t tail = 4096;
  return bytes.substr(bytes.size() - std::min(bytes.size(), tail)).find("%%EOF") != std::string_view::npos;
}

// What the page draws stands in an object, or in several, that the file names and does not have.
bool lacks_contents(PDFDoc& document, ::Page& page) {
  const Object entries = document.getXRef()->fetch(page.getRef());
  if (!entries.isDict()) return false;
  const Object contents = entries.getDict()->lookup("Contents");
  if (!contents.isArray()) return contents.isNull() && entries.getDict()->lookupNF("Contents").isRef();
  for (int i = 0; i < contents.arrayGetLength(); ++i)
    if (contents.arrayGetNF(i).isRef() && contents.arrayGet(i).isNull()) return true;
  return false;
}

}  // namespace

struct PdfFile::Parts {
  PdfOptions options;
  ParserMessages messages;
  std::vector<Warning> warnings;
  bool is_whole = true;
  bool was_rebuilt = false;
  std::string salvaged;  // the bytes with an end of ours, where they had none
  std::unique_ptr<PDFDoc> document;
  std::unique_ptr<pdf::StructureTree> structure;
  pdf::PageDevice device;  // one for all pages: it keeps colour spaces

  explicit Parts(const PdfOptions& given)
      : options(given), device({.font_details = given.font_details, .most_glyphs = given.most_glyphs}) {}
  ~Parts() {
    const ParserMessages::Listening listening(messages);
    document.reset();
  }
  void warn(std::string code, std::string message, std::uint32_t page = no_index) {
    warnings.push_back({std::move(code), page, std::move(message)});
  }
  void open(std::string_view bytes);
  void parse(std::string_view bytes);
  void draw_annotations(::Page& page, Gfx& gfx, PageContent& content);
};

void PdfFile::Parts::parse(std::string_view bytes) {
  auto stream = std::make_unique<MemStream>(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
  document = std::make_unique<PDFDoc>(stream.release(), std::optional<GooString>(), std::optional<GooString>(), nullptr,
                                      [this] { was_rebuilt = true; });
}

void PdfFile::Parts::open(std::string_view bytes) {
  const ParserMessages::Listening listening(messages);
  set_up_poppler();
  parse(bytes);
  if (!document->isOk() && document->getErrorCode() != errEncrypted) {
    salvaged = pdf::with_new_trailer(bytes);
    if (!salvaged.empty()) parse(salvaged);
  }
  if (!document->isOk()) throw why_unreadable(*document, messages);
  drop_output_intents(*document);
  if (options.annotations) structure = std::make_unique<pdf::StructureTree>(*document);
  if (document->getNumPages() <= 0) throw Unreadable("damaged", "the PDF has no pages that can be found");
  if (!salvaged.empty() || !has_end(bytes)) {
    is_whole = false;
    warn("truncated", "the file breaks off before its end; what could be saved of it is read");
  }
  if (was_rebuilt) warn("xref-rebuilt", "the file's table of objects is damaged and was rebuilt by searching");
  if (document->isEncrypted() && !document->okToCopy()) {
    warn("copying-forbidden", "the file's author does not permit its text to be copied");
  }
  if (is_xfa_only(*document)) {
    is_whole = false;
    warn("xfa-form",
         "the form's content stands in XFA, which only Adobe's programs show; expected a PDF with the "
         "form's text on its pages (print it to PDF)");
  }
}

void PdfFile::Parts::draw_annotations(::Page& page, Gfx& gfx, PageContent& content) {
  const Object list = page.getAnnotsObject();
  if (!list.isArray()) return;
  double page_to_device[6];
  page.getDefaultCTM(page_to_device, 72, 72, 0, false, true);
  if (!pdf::read_links(*list.getArray(), page_to_device, content.links)) return;
  // Drawn like anything else on the page: the text of form fields, stamps, typed remarks.
  Annots* annotations = page.getAnnots();
  for (Annot* annotation : annotations->getAnnots()) {
    const Annot::AnnotSubtype type = annotation->getType();
    if (type != Annot::typeLink && type != Annot::typePopup) annotation->draw(&gfx, false);
  }
}

PdfFile::PdfFile(std::string_view bytes, const PdfOptions& options) : parts_(std::make_unique<Parts>(options)) {
  parts_->open(bytes);
}
PdfFile::~PdfFile() = default;
PdfFile::PdfFile(PdfFile&&) noexcept = default;
PdfFile& PdfFile::operator=(PdfFile&&) noexcept = default;

std::size_t PdfFile::page_count() const {
  return static_cast<std::size_t>(parts_->document->getNumPages());
}

PdfMetadata PdfFile::metadata() const {
  const ParserMessages::Listening listening(parts_->messages);
  return pdf::read_metadata(*parts_->document);
}

std::vector<Bookmark> PdfFile::bookmarks() const {
  const ParserMessages::Listening listening(parts_->messages);
  return parts_->options.annotations ? pdf::read_bookmarks(*parts_->document) : std::vector<Bookmark>();
}

PageContent PdfFile::page(std::size_t index) {
  Parts& parts = *parts_;
  const ParserMessages::Listening listening(parts.messages);
  parts.messages.set_page(static_cast<std::uint32_t>(index));
  ::Page* page = parts.document->getPage(static_cast<int>(index) + 1);
  if (page == nullptr || !page->isOk()) {
    parts.is_whole = false;
    throw Unreadable("page-failed", "the page cannot be found in the file");
  }
  PageContent content;
  const bool is_turned = page->getRotate() % 180 != 0;
  content.width = static_cast<float>(is_turned ? page->getCropHeight() : page->getCropWidth());
  content.height = static_cast<float>(is_turned ? page->getCropWidth() : page->getCropHeight());
  parts.device.begin(content);
  {
    const std::unique_ptr<Gfx> gfx(page->createGfx(&parts.device, 72, 72, 0, false, true, -1, -1, -1, -1, false,
                                                   pdf::PageDevice::should_abort, &parts.device));
    parts.device.set_gfx(gfx.get());
    page->display(gfx.get());
    if (parts.options.annotations) parts.draw_annotations(*page, *gfx, content);
  }
  parts.device.finish();
  if (parts.structure) parts.structure->judge_marks(*page, content.marks);
  if (lacks_contents(*parts.document, *page)) {
    parts.is_whole = false;
    parts.warn("page-failed", "what is drawn on the page is missing in the file", static_cast<std::uint32_t>(index));
  }
  const auto unmapped =
      std::count_if(content.glyphs.begin(), content.glyphs.end(), [](const Glyph& g) { return g.units == 0; });
  if (unmapped * 20 > static_cast<std::ptrdiff_t>(content.glyphs.size())) {  // a few are bullets and ornaments
    parts.warn("unmapped-characters",
               "the fonts do not say which characters " + std::to_string(unmapped) + " of " +
                   std::to_string(content.glyphs.size()) + " signs are",
               static_cast<std::uint32_t>(index));
    parts.is_whole = parts.is_whole && !parts.was_rebuilt;  // with objects missing too, the fonts said so once
  }
  if (parts.device.is_too_large()) {
    parts.is_whole = false;
    parts.warn("page-too-large",
               "the page draws more than " + std::to_string(parts.options.most_glyphs) +
                   " characters; those above are left out",
               static_cast<std::uint32_t>(index));
  }
  return content;
}

Raster PdfFile::draw(std::size_t index, float dots_per_inch) {
  const ParserMessages::Listening listening(parts_->messages);
  parts_->messages.set_page(static_cast<std::uint32_t>(index));
  return pdf::draw_page(*parts_->document, static_cast<int>(index) + 1, dots_per_inch);
}

std::vector<Warning> PdfFile::take_warnings() {
  std::vector<Warning> warnings = std::move(parts_->warnings);
  parts_->warnings.clear();
  std::vector<Warning> heard = parts_->messages.take();
  std::move(heard.begin(), heard.end(), std::back_inserter(warnings));
  return warnings;
}

bool PdfFile::is_whole() const {
  const std::size_t most_damages = parts_->was_rebuilt ? 0 : most_damages_of_honest_files;
  return parts_->is_whole && !parts_->messages.tells_of_loss() && parts_->messages.damages() <= most_damages;
}

}  // namespace plumbline
