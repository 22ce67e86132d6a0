// Kinds of files, by their bytes; and their digest.
#include "extractor/media_type.h"

#include "extractor/digest.h"

#include <gtest/gtest.h>

using namespace plumbline;

TEST(MediaType, a_file_is_what_its_bytes_say) {
  EXPECT_EQ(media_type_of("%PDF-1.4\n"), MediaType::pdf);
  EXPECT_EQ(media_type_of("One line.\n"), MediaType::text);
  EXPECT_EQ(media_type_of("\n <!DOCTYPE HTML><html><body>not found"), MediaType::html);
  EXPECT_EQ(media_type_of("PK\x03\x04rest"), MediaType::zip);
  EXPECT_EQ(media_type_of("{\\rtf1 a}"), MediaType::rtf);
  EXPECT_EQ(media_type_of(std::string_view("\x00\x01\x02\x03", 4)), MediaType::binary);
}

TEST(MediaType, a_pdf_header_may_stand_within_the_first_1024_bytes) {
  EXPECT_EQ(media_type_of(std::string(1020, ' ') + "%PDF-1.4"), MediaType::pdf);
  EXPECT_EQ(media_type_of(std::string(2000, 'a') + "%PDF-1.4"), MediaType::text);
}

TEST(Digest, sha256_of_the_standards_example) {
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
