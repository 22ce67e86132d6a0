# The outside world. Each library is included by one small part of the tree, named here.
find_package(PkgConfig REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)                 # extractor/unicode, rules/timeframe
find_package(nlohmann_json REQUIRED)                               # output
find_package(CLI11 REQUIRED)                                       # app
pkg_check_modules(POPPLER REQUIRED IMPORTED_TARGET poppler)        # extractor/pdf
find_package(OpenSSL REQUIRED COMPONENTS Crypto)                    # extractor/digest
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)                # rules
pkg_check_modules(TOMLPLUSPLUS REQUIRED IMPORTED_TARGET tomlplusplus)  # rules/pack
pkg_check_modules(PUGIXML REQUIRED IMPORTED_TARGET pugixml)        # extractor/docx, extractor/odt
pkg_check_modules(LIBZIP REQUIRED IMPORTED_TARGET libzip)          # extractor/archive
find_library(CLD2 cld2 REQUIRED)                                   # extractor/unicode/language
pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET libseccomp)     # app/batch
pkg_check_modules(SQLITE3 REQUIRED IMPORTED_TARGET sqlite3)        # app/batch
find_package(SQLite3 REQUIRED)                                     # output/database/sqlite.cpp
find_package(PostgreSQL REQUIRED)                                  # output/database/postgresql.cpp, a module
# Optional: pages that are pictures are read with it (extractor/ocr, a module).
option(PLUMBLINE_OCR "Read pages without text with Tesseract, where it is installed" ON)
if(PLUMBLINE_OCR)
  pkg_check_modules(TESSERACT IMPORTED_TARGET tesseract lept)
endif()
