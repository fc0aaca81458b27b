// Holds the page at the width of a phone, a tablet or a desktop, in the middle of what there is. A page that
// is wider than that is made smaller, so that it still believes in its width.
#pragma once

#include <QWidget>

namespace postwright::ui {

class PageFrame : public QWidget {
  Q_OBJECT

 public:
  explicit PageFrame(QWidget* parent = nullptr);

  /// What is held.
  QWidget* content() const { return m_content; }
  /// In CSS pixels; 0: all there is.
  void setPageWidth(int width);
  int pageWidth() const { return m_pageWidth; }
  /// The user's zoom, 1.0 = 100 %.
  void setZoom(double zoom);
  /// What the page must be zoomed by.
  double zoomFactor() const { return m_zoomFactor; }

 signals:
  void zoomFactorChanged(double factor);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void arrange();

  QWidget* m_content;
  int m_pageWidth = 0;
  double m_zoom = 1.0;
  double m_zoomFactor = 1.0;
};

} // namespace postwright::ui
