// Zipped documents made from the parts of a text case.
#include "tests/extractor/package.h"

#include <zip.h>

#include <stdexcept>

namespace plumbline::test {

namespace {

std::string wordprocessing(const std::string& element, const std::string& inside) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:" + element +
         " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
         " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
         " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"wps\">" +
         inside + "</w:" + element + ">";
}

std::string part_of(const Case& item, const std::string& name) {
  return item.has(name) ? item.part(name) : "";
}

}  // namespace

std::string zip(const std::vector<std::pair<std::string, std::string>>& parts) {
  zip_error_t error;
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  if (!archive) throw std::runtime_error("cannot make a zip file");
  zip_source_keep(target);
  for (const auto& [name, bytes] : parts) {
    const zip_int64_t index = zip_file_add(archive, name.c_str(),
                                           zip_source_buffer(archive, bytes.data(), bytes.size(), 0), ZIP_FL_OVERWRITE);
    const bool is_stored = name == "mimetype";  // others as fast as can be
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), is_stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 1);
  }
  zip_close(archive);
  zip_source_open(target);
  zip_source_seek(target, 0, SEEK_END);
  std::string out(static_cast<std::size_t>(zip_source_tell(target)), '\0');
  zip_source_seek(target, 0, SEEK_SET);
  zip_source_read(target, out.data(), out.size());
  zip_source_close(target);
  zip_source_free(target);
  return out;
}

std::string make_docx(const Case& item) {
  const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  std::string relationships = "<Relationships>";
  std::vector<std::pair<std::string, std::string>> parts = {
      {"[Content_Types].xml", "<Types/>"},
      {"_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"" + office +
                          "officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
      {"word/document.xml", wordprocessing("document", "<w:body>" + item.part("body") + "</w:body>")}};
  const std::pair<const char*, const char*> kinds[] = {{"styles", "styles"},       {"numbering", "numbering"},
                                                       {"footnotes", "footnotes"}, {"endnotes", "endnotes"},
                                                       {"header", "hdr"},          {"footer", "ftr"}};
  for (const auto& [kind, element] : kinds) {
    if (!item.has(kind)) continue;
    const std::string name = kind;
    relationships += "<Relationship Id=\"" + name + "\" Type=\"" + office + name + "\" Target=\"" + name + ".xml\"/>";
    parts.emplace_back("word/" + name + ".xml", wordprocessing(element, item.part(name)));
  }
  parts.emplace_back("word/_rels/document.xml.rels", relationships + "</Relationships>");
  return zip(parts);
}

std::string make_odt(const Case& item) {
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  return zip({{"mimetype", "application/vnd.oasis.opendocument.text"},
              {"content.xml", head + "<office:document-content><office:automatic-styles>" + part_of(item, "styles") +
                                  "</office:automatic-styles><office:body><office:text>" + item.part("text") +
                                  "</office:text></office:body></office:document-content>"},
              {"styles.xml", head + "<office:document-styles><office:styles>" + part_of(item, "office-styles") +
                                 "</office:styles><office:master-styles>" + part_of(item, "masters") +
                                 "</office:master-styles></office:document-styles>"},
              {"META-INF/manifest.xml", head + "<manifest:manifest/>"}});
}

}  // namespace plumbline::test
