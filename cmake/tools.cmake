# How everything is compiled: ccache and mold where they are installed, warnings as errors, sanitizers on request.
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# The interface library that every target of ours links.
add_library(plumbline_warnings INTERFACE)
target_compile_options(plumbline_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow
  $<$<CXX_COMPILER_ID:GNU>:-Werror>        # clang, which warns of other things, builds the fuzzers only
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)  # g++ 12 warns of its own operator+(const char*, string&&), bug 105651

# Paths in messages and debug information are relative to the tree, so that a build is the same anywhere.
add_compile_options(-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.)

if(PLUMBLINE_SANITIZE)
  add_compile_options(-fsanitize=${PLUMBLINE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${PLUMBLINE_SANITIZE})
endif()

# A room: every source file of its folder but those that are modules, its headers named from the top of the tree.
function(plumbline_room name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  list(TRANSFORM ARGN PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/)
  list(REMOVE_ITEM sources ${ARGN})
  add_library(plumbline_${name} STATIC ${sources})
  target_include_directories(plumbline_${name} PUBLIC ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
  target_link_libraries(plumbline_${name} PRIVATE plumbline_warnings)
endfunction()

# A part of a room that is loaded when it is first needed (extractor/module.h).
set(PLUMBLINE_MODULE_FOLDER ${PROJECT_BINARY_DIR}/modules)
function(plumbline_module room name)
  add_library(plumbline_${name} MODULE ${ARGN})
  set_target_properties(plumbline_${name} PROPERTIES
    PREFIX "" OUTPUT_NAME ${name} LIBRARY_OUTPUT_DIRECTORY ${PLUMBLINE_MODULE_FOLDER})
  target_include_directories(plumbline_${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_link_libraries(plumbline_${name} PRIVATE plumbline_warnings)
  if(NOT PLUMBLINE_SANITIZE)  # sanitizers are found in the program
    target_link_options(plumbline_${name} PRIVATE -Wl,--no-undefined)
  endif()
  add_dependencies(plumbline_${room} plumbline_${name})
endfunction()
