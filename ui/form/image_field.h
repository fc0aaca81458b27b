// A line that names a file of the site, an image as a rule: its thumbnail when the file is there, a link's
// icon for one on the web, a picker, and files dropped on it.
#pragma once

#include "ui/form/text_field.h"

class QLabel;
class QMimeData;
class QToolButton;

namespace postwright::ui {

class ImageField : public TextField {
  Q_OBJECT

 public:
  ImageField(const Row& row, QWidget* parent);

  /// Takes a file: one of the site becomes its path, any other is left to whoever can copy it.
  void takeFile(const QString& file);

 protected:
  void apply(const FieldState& before, bool isFirst) override;
  void applyLock(bool locked) override;
  void changeEvent(QEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void updateThumbnail();
  void showLink();
  void pick();
  bool isImage() const { return kind() == FieldKind::Image; }
  QString droppedFile(const QMimeData* data) const;

  QLabel* m_thumbnail;
  QToolButton* m_pick;
  QString m_shownFile;
  bool m_showsLink = false;
};

} // namespace postwright::ui
