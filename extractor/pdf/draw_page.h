// A page of a PDF as a picture, drawn by Poppler.
#pragma once

#include "extractor/ocr/raster.h"

class PDFDoc;

namespace plumbline::pdf {

// `number` counts from 1. At most 25 million dots: an A4 page at 300 dots an inch has 8.7 million.
// Throws Unreadable ("page-failed").
Raster draw_page(PDFDoc& document, int number, float dots_per_inch);

}  // namespace plumbline::pdf
