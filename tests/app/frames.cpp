// What workers send: frames, and documents in them.
#include "app/batch/frames.h"

#include "app/batch/bytes.h"
#include "app/batch/document_codec.h"

#include <gtest/gtest.h>

using namespace plumbline;
using namespace plumbline::batch;

namespace {

Document sample() {
  Document document;
  document.source.name = "caf\u00e9.pdf";
  document.pages.push_back({.width = 595, .height = 842});
  document.blocks.push_back({.kind = BlockKind::list_item, .line_count = 1, .marker_length = 3, .language = "en"});
  document.text = "\u2022First\nSecond\n";
  document.lines.resize(2);
  document.lines[0].span = {0, 8};
  document.lines[0].block = 0;
  document.lines[0].box = {1, 2, 3, 4};
  document.lines[1].span = {9, 6};
  document.pages[0].line_count = 2;
  document.footnotes.push_back({no_index, {0, 3}});  // its note is not found yet
  document.warnings.push_back({"page-failed", 0, "lost"});
  return document;
}

bool is_refused(std::string_view bytes) {
  try {
    decode_document(bytes);
  } catch (const BadBytes&) {
    return true;
  }
  return false;
}

}  // namespace

TEST(Frames, come_out_as_they_went_in_however_they_are_cut) {
  const std::string bytes =
      encode(FrameKind::opened, "2") + encode(FrameKind::page, "") + encode(FrameKind::result, "done");
  for (std::size_t step : {std::size_t{1}, std::size_t{3}, bytes.size()}) {
    FrameReader reader;
    std::string got;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
      reader.add(std::string_view(bytes).substr(at, step));
      while (reader.has_frame())
        got += reader.take().bytes + "|";
    }
    EXPECT_EQ(got, "2||done|");
  }
}

TEST(Frames, what_is_no_frame_is_refused) {
  EXPECT_THROW(FrameReader().add(std::string("\x01\x00\x00\x00\x09x", 6)), BadBytes);
  EXPECT_THROW(FrameReader().add(std::string("\xFF\xFF\xFF\xFF\x01", 5)), BadBytes);
  EXPECT_THROW(FrameReader().add(encode(FrameKind::result, "a") + encode(FrameKind::page, "b")), BadBytes);
  FrameReader small({.longest_frame = 10, .most_bytes = 20, .most_frames = 100});
  small.add(encode(FrameKind::page, "12345678"));
  EXPECT_THROW(small.add(encode(FrameKind::page, "12345678")), BadBytes);
}

TEST(DocumentCodec, a_document_comes_out_as_it_went_in) {
  const Document before = sample();
  const std::string bytes = encode(before);
  const Document after = decode_document(bytes);
  EXPECT_EQ(encode(after), bytes);
  EXPECT_EQ(after.text, before.text);
  EXPECT_EQ(after.lines[0].box, before.lines[0].box);
  EXPECT_EQ(after.blocks[0].marker_length, 3u);
  EXPECT_EQ(after.lines[1].block, no_index);
}

TEST(DocumentCodec, every_cut_is_refused) {
  const std::string bytes = encode(sample());
  for (std::size_t length = 0; length < bytes.size(); ++length)
    EXPECT_TRUE(is_refused(bytes.substr(0, length)));
  EXPECT_TRUE(is_refused(bytes + "x"));
}

TEST(DocumentCodec, what_points_outside_the_document_is_refused) {
  const auto refused_after = [](auto change) {
    Document document = sample();
    change(document);
    return is_refused(encode(document));
  };
  EXPECT_TRUE(refused_after([](Document& d) { d.lines[0].span.length = 100; }));
  EXPECT_TRUE(refused_after([](Document& d) { d.lines[0].span = {1, 3}; }));  // within the bullet's bytes
  EXPECT_TRUE(refused_after([](Document& d) { d.lines[0].span = {4'000'000'000, 4'000'000'000}; }));
  EXPECT_TRUE(refused_after([](Document& d) { d.lines[1].page = 1; }));
  EXPECT_TRUE(refused_after([](Document& d) { d.lines[1].block = 7; }));
  EXPECT_TRUE(refused_after([](Document& d) { d.blocks[0].line_count = 3; }));
  EXPECT_TRUE(refused_after([](Document& d) { d.blocks[0].cell = 0; }));
  EXPECT_TRUE(refused_after([](Document& d) { d.text[0] = '\xFF'; }));
  EXPECT_TRUE(refused_after([](Document& d) { d.lines[0].box.x0 = std::numeric_limits<float>::quiet_NaN(); }));
}

TEST(DocumentCodec, bytes_changed_at_random_never_do_more_than_be_refused) {
  const std::string bytes = encode(sample());
  std::uint32_t random = 1;
  for (int i = 0; i < 20'000; ++i) {
    std::string changed = bytes;
    random = random * 1664525 + 1013904223;
    changed[random % changed.size()] = static_cast<char>(random >> 24);
    is_refused(changed);
  }
}
