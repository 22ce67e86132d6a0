// A page of a PDF as a picture, drawn by Poppler's Splash.
#include "extractor/pdf/draw_page.h"

#include "extractor/extract.h"

#include <poppler/GlobalParams.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace plumbline::pdf {

namespace {

constexpr double most_dots = 25e6;

}  // namespace

Raster draw_page(PDFDoc& document, int number, float dots_per_inch) {
  ::Page* page = document.getPage(number);
  if (page == nullptr || !page->isOk()) throw Unreadable("page-failed", "the page cannot be found in the file");
  const double width = page->getCropWidth(), height = page->getCropHeight();
  const double dots = width * height * dots_per_inch * dots_per_inch / (72.0 * 72.0);
  if (!(dots > 0)) throw Unreadable("page-failed", "the page has no size");
  double resolution = dots_per_inch;
  if (dots > most_dots) resolution *= std::sqrt(most_dots / dots);
  SplashColor paper = {255};
  SplashOutputDev device(splashModeMono8, 4, false, paper);
  device.startDoc(&document);
  document.displayPage(&device, number, resolution, resolution, 0, false, true, false);
  SplashBitmap* bitmap = device.getBitmap();
  if (bitmap == nullptr || bitmap->getDataPtr() == nullptr) throw Unreadable("page-failed", "the page cannot be drawn");
  Raster raster;
  raster.width = bitmap->getWidth();
  raster.height = bitmap->getHeight();
  raster.dots_per_inch = static_cast<float>(resolution);
  raster.gray.resize(static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height));
  for (int y = 0; y < raster.height; ++y)
    std::memcpy(raster.gray.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(raster.width),
                bitmap->getDataPtr() + static_cast<std::ptrdiff_t>(y) * bitmap->getRowSize(),
                static_cast<std::size_t>(raster.width));
  return raster;
}

}  // namespace plumbline::pdf
