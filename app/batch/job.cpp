// One submission on its way through attempts.
#include "app/batch/job.h"

#include "app/batch/bytes.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace plumbline::batch {
namespace {

// Files that stop the reader on page after page are not worth more of everybody's time.
constexpr unsigned most_stalls = 2, most_lost_pages = 20, most_kills = 3;
// What reading is tried without, one after the other: names of fonts, form fields and links, OCR.
constexpr unsigned last_rung = 3;
constexpr std::size_t most_pages = 100'000;

}  // namespace

std::string describe(Failure failure) {
  switch (failure) {
    case Failure::crashed:
      return "the reader crashed";
    case Failure::out_of_memory:
      return "reading took more memory than is allowed";
    case Failure::stalled:
      return "reading took longer than is allowed";
    case Failure::bad_frames:
      return "the reader was led to give no sense";
    case Failure::killed:
      return "the reader was ended from outside";
    case Failure::moved:
      return "reading was put off";
    case Failure::zygote_gone:
      return "the workers were ended from outside";
  }
  return {};
}

std::string_view code_of(Failure failure) {
  switch (failure) {
    case Failure::out_of_memory:
      return "out-of-memory";
    case Failure::stalled:
      return "timed-out";
    case Failure::killed:
    case Failure::zygote_gone:
      return "killed";
    default:
      return "crashed";
  }
}

bool Job::take_frames() {
  bool has_moved = false;
  while (frames.has_frame()) {
    Frame frame = frames.take();
    has_moved = true;
    switch (frame.kind) {
      case FrameKind::opened:
        is_opened_ = true;
        page_count = 0;
        std::from_chars(frame.bytes.data(), frame.bytes.data() + frame.bytes.size(), page_count);
        page_count = std::min(page_count, most_pages);
        break;
      case FrameKind::page:
        if (order.pages.size() >= most_pages) throw BadBytes("a worker gives more pages than it may");
        order.pages.push_back(std::move(frame.bytes));
        break;
      case FrameKind::progress:
        if (frame.bytes == "read") has_read_all_ = true;
        if (frame.bytes == "convert") wants_conversion_ = order.step == WorkStep::read && order.converted.empty();
        if (frame.bytes == "load-ocr") wants_ocr_ = !order.is_equipped_for_ocr;
        if (frame.bytes == "ocr") recognised_pages = std::min(recognised_pages + 1, page_count);
        break;
      case FrameKind::result:
        if (order.step == WorkStep::convert) throw BadBytes("a converter gives a result");
        result = decode_result(frame.bytes);
        break;
      case FrameKind::converted:
      case FrameKind::not_converted:
        if (order.step != WorkStep::convert) throw BadBytes("a worker says that it converts");
        if (frame.kind == FrameKind::converted) {
          order.converted = std::move(frame.bytes);
        } else {
          const std::size_t end = std::min(frame.bytes.find('\n'), frame.bytes.size());
          order.failure_code = frame.bytes.substr(0, end);
          order.failure = frame.bytes.substr(std::min(end + 1, frame.bytes.size()));
        }
        break;
    }
  }
  return has_moved;
}

void Job::plan_after(Failure failure) {
  const bool was_opened = std::exchange(is_opened_, false), had_read_all = std::exchange(has_read_all_, false);
  if (order.step == WorkStep::convert) return plan_after_conversion(failure);
  if (std::exchange(wants_ocr_, false)) {
    order.is_equipped_for_ocr = true;
    return;
  }
  if (std::exchange(wants_conversion_, false)) {
    order.step = WorkStep::convert;
    return;
  }
  if (failure == Failure::moved || failure == Failure::zygote_gone) return;
  if (failure == Failure::killed && ++kills_ < most_kills) return;
  if (order.failure_code.empty()) {
    order.failure_code = code_of(failure);
    order.failure = describe(failure);
  }
  if (failure == Failure::stalled) ++stalls_;
  const bool is_reading = order.step == WorkStep::read && !had_read_all;
  if (!is_reading) {
    fall_back(failure);
  } else if (failure == Failure::crashed && rung_ < last_rung) {
    ++rung_;
    order.font_details = false;
    order.annotations = rung_ < 2;
    order.ocr = rung_ < 3;
  } else if (was_opened && order.pages.size() < page_count) {
    lose_page(failure);
  } else {
    fall_back(failure);
  }
}

void Job::plan_after_conversion(Failure failure) {
  if (!order.converted.empty()) {
    order.step = WorkStep::read;
  } else if (!order.failure_code.empty()) {
    order.step = WorkStep::record;
  } else if (failure != Failure::moved && failure != Failure::zygote_gone &&
             (failure != Failure::killed || ++kills_ >= most_kills)) {
    order.failure_code = failure == Failure::killed ? code_of(failure) : "conversion-failed";
    order.failure = failure == Failure::stalled ? "conversion took longer than is allowed"
                                                : "the conversion ended without a result";
    order.step = WorkStep::record;
  }
}

void Job::lose_page(Failure failure) {
  order.pages.push_back(lost_page("page-failed", describe(failure) + " on this page"));
  ++lost_;
  const bool has_text = order.pages.size() > lost_;
  const bool gives_up = stalls_ >= most_stalls || lost_ >= most_lost_pages || failure == Failure::bad_frames;
  if (!gives_up && order.pages.size() < page_count) return;
  while (order.pages.size() < page_count) {
    order.pages.push_back(lost_page("page-failed", "not tried, since reading failed on pages before it"));
  }
  order.step = has_text ? WorkStep::finish : WorkStep::record;
}

void Job::fall_back(Failure failure) {
  const bool has_text = order.pages.size() > lost_;
  has_failed_for_good_ = order.step == WorkStep::record;
  if (failure == Failure::bad_frames || !has_text || order.step == WorkStep::plain) {
    order.step = WorkStep::record;
  } else {
    order.step = order.step == WorkStep::read ? WorkStep::finish : WorkStep::plain;
  }
}

}  // namespace plumbline::batch
