// Pictures that come from outside the site by drop or paste: a bar offers to put them into the folder where
// the site keeps its own, and to insert them where they were dropped. Undo takes the text away again.
#pragma once

#include <QImage>
#include <QObject>
#include <QTextCursor>
#include <vector>

#include "ui/base/message_bar.h"
#include "ui/document/workspace.h"

namespace postwright::ui {

class MarkdownEditor;

class ImageIntake : public QObject {
  Q_OBJECT

 public:
  ImageIntake(Workspace& workspace, MarkdownEditor* editor, MessageBar* bar);

  /// A picture of the site is inserted at once, another one is offered.
  void takeFile(const QString& file);
  void takePicture(const QImage& picture);
  /// For the field at `field` of the front matter.
  void takeForField(const front_matter::Path& field, const QString& file);
  /// Forgets what is offered.
  void withdraw();

 signals:
  void failed(const QString& reason);

 private:
  struct Offered {
    QString file; ///< of a picture without a file: empty
    QByteArray bytes;
    QString name;
    QTextCursor place;        ///< moves with the text
    front_matter::Path field; ///< that takes the URL; empty: the text takes an image
  };

  void offer(Offered offered);
  void accept();
  bool insert(const Offered& offered);
  Result<QString> copy(const Offered& offered) const;
  QString root() const;
  QString folder() const;
  QString urlOf(const QString& relative) const;
  QString nameForPasted() const;

  Workspace& m_workspace;
  MarkdownEditor* m_editor;
  MessageBar* m_bar;
  std::vector<Offered> m_offered;
};

} // namespace postwright::ui
