#include "ui/preview/page_frame.h"

#include <algorithm>
#include <cmath>

namespace postwright::ui {
namespace {

constexpr double kSmallest = 0.25; // WebEngine's own bounds
constexpr double kLargest = 5.0;

} // namespace

PageFrame::PageFrame(QWidget* parent) : QWidget(parent), m_content(new QWidget(this)) {
  setObjectName(QStringLiteral("pageFrame"));
  setAttribute(Qt::WA_StyledBackground);
}

void PageFrame::setPageWidth(int width) {
  m_pageWidth = width;
  arrange();
}

void PageFrame::setZoom(double zoom) {
  m_zoom = zoom;
  arrange();
}

void PageFrame::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

void PageFrame::arrange() {
  double factor = m_zoom;
  int shown = width();
  if (m_pageWidth > 0) {
    factor = std::min(factor, static_cast<double>(width()) / m_pageWidth);
    shown = std::min(width(), static_cast<int>(std::lround(m_pageWidth * factor)));
  }
  factor = std::clamp(factor, kSmallest, kLargest);
  m_content->setGeometry((width() - shown) / 2, 0, shown, height());
  if (factor == m_zoomFactor) return;
  m_zoomFactor = factor;
  emit zoomFactorChanged(factor);
}

} // namespace postwright::ui
