// Where the words that OCR reads are taken to stand.
#include "extractor/ocr/word_boxes.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

using namespace plumbline;

namespace {

Word word(std::string text, float x0, float x1, float y0 = 90, float y1 = 102) {
  Word made;
  made.text = std::move(text);
  made.box = {x0, y0, x1, y1};
  made.baseline = 100;
  made.size = 12;
  return made;
}

TEST(WordBoxes, RowsHighBoxIsCutToTheLine) {
  std::vector<Word> words = {word("库", 50, 60, 80, 110), word("数据", 60, 80, 91, 101)};
  keep_within_line(words, {9, 2});
  EXPECT_FLOAT_EQ(words[0].box.y0, 91);
  EXPECT_FLOAT_EQ(words[0].box.y1, 102);
  EXPECT_FLOAT_EQ(words[1].box.y1, 101);
}

TEST(WordBoxes, WordGivesWayThatCoversItsNeighbour) {
  Word wide = word("采取", 50, 110), next = word("的", 70, 80);
  part(wide, next, false);
  EXPECT_FLOAT_EQ(wide.box.x1, 70);
  EXPECT_FLOAT_EQ(next.box.x0, 70);
}

TEST(WordBoxes, FromRightToLeftTheLaterWordStandsLeft) {
  Word first = word("سيعين", 371, 395), second = word("الشرطة", 324, 395);
  part(first, second, true);
  EXPECT_FLOAT_EQ(first.box.x0, 371);
  EXPECT_FLOAT_EQ(second.box.x1, 371);
}

TEST(WordBoxes, OfTwoThatOverlapTheOneWithWiderLettersGivesWay) {
  Word narrow = word("investigation", 50, 110), wide = word("of", 100, 150);
  part(narrow, wide, false);
  EXPECT_FLOAT_EQ(narrow.box.x1, 110);
  EXPECT_FLOAT_EQ(wide.box.x0, 110);
}

TEST(WordBoxes, InkWithoutAWordBelongsToThoseBesideIt) {
  std::vector<Word> words = {word("内务", 100, 120), word("教育", 150, 170)};
  spread(words, 90, 180, 4);
  EXPECT_FLOAT_EQ(words[0].box.x0, 90);
  EXPECT_FLOAT_EQ(words[0].box.x1, 133);
  EXPECT_FLOAT_EQ(words[1].box.x0, 137);
  EXPECT_FLOAT_EQ(words[1].box.x1, 180);
}

TEST(WordBoxes, MostTextOfAPageHasOneSize) {
  std::vector<Word> words = {word("Heading", 50, 90), word("text", 50, 90), word("of", 50, 60),
                             word("seasons", 50, 90)};
  // The last line has no high letter.
  const std::vector<LineHeight> heights = {{12, 12}, {7.2f, 7.2f}, {7.2f, 7.2f}, {5, 7}};
  settle_sizes(words, heights);
  EXPECT_GT(words[0].size, 15);
  EXPECT_FLOAT_EQ(words[1].size, words[3].size);
  EXPECT_FLOAT_EQ(words[3].box.height(), words[3].size);
}

TEST(WordBoxes, IdeographsAreAsHighAsTheirSize) {
  std::vector<Word> words = {word("国家警察", 50, 70), word("协调", 50, 70), word("2015", 50, 70)};
  const std::vector<LineHeight> heights = {{9, 9}, {9, 9}, {9, 7.5f}};
  settle_sizes(words, heights);
  EXPECT_FLOAT_EQ(words[0].size, 10);
  // Digits end above ideographs: the line's top says where it stands.
  EXPECT_FLOAT_EQ(words[2].baseline, 101.5f);
}

TEST(WordBoxes, UnknownHeightsLeaveWordsAsTheyAre) {
  std::vector<Word> words = {word("block", 50, 90)};
  settle_sizes(words, std::vector<LineHeight>(1));
  EXPECT_FLOAT_EQ(words[0].size, 12);
  EXPECT_FLOAT_EQ(words[0].box.y0, 90);
}

}  // namespace
