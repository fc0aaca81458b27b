// The frame of a field: its colour, one pixel of border, and a ring of tint round it while something in it
// has the focus. It is kRing larger on every side than what one sees of it at rest.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace postwright::ui {

class FieldBox : public QWidget {
  Q_OBJECT

 public:
  static constexpr int kRing = 2;
  static constexpr int kPadding = 8; ///< from the border to a text's own margin

  enum class Frame : std::uint8_t { Always, Quiet }; ///< Quiet: nothing to see until hovered or focused

  explicit FieldBox(Frame frame = Frame::Always, QWidget* parent = nullptr);

  /// Adds an editor or button on the right of the others; the focus of `part` lights the frame.
  void add(QWidget* part, int stretch = 0);
  /// Clicks beside the parts go to `editor`.
  void setEditor(QWidget* editor);
  void setInvalid(bool invalid);
  void setLocked(bool locked);
  /// The frame of a value that is not there yet: dashed, with a `+` at its end.
  void setOffered(bool offered);
  QHBoxLayout* row() const { return m_row; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  bool hasFocusInside() const;

  Frame m_frame;
  QHBoxLayout* m_row;
  QWidget* m_editor = nullptr;
  bool m_invalid = false;
  bool m_locked = false;
  bool m_offered = false;
  QToolButton* m_plus = nullptr;
};

} // namespace postwright::ui
