// SHA-256 of bytes.
#include "extractor/digest.h"

#define OPENSSL_API_COMPAT \
  0x10100000L  // EVP_Digest sets up all of the library first, which takes longer than small files
#include <openssl/sha.h>

#include <array>
#include <stdexcept>

namespace plumbline {

std::string sha256(std::string_view bytes) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256_CTX state;
  if (SHA256_Init(&state) != 1 || SHA256_Update(&state, bytes.data(), bytes.size()) != 1 ||
      SHA256_Final(digest.data(), &state) != 1)
    throw std::runtime_error("SHA-256 failed in libcrypto");
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const unsigned char byte : digest) {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

}  // namespace plumbline
