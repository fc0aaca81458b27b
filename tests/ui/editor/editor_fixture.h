// An editor with a document whose caret and selection are written in the text: `|` is the caret, `‹…›` the
// selection.
#pragma once

#include <QTest>
#include <QTextBlock>

#include "ui/editor/markdown_editor.h"

namespace postwright::ui {

class EditorFixture {
 public:
  EditorFixture() {
    m_document = makeDocument(&m_owner);
    editor.resize(600, 400);
    editor.show(m_document);
    editor.QWidget::show();
    editor.activateWindow();
    editor.setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&editor));
  }
  ~EditorFixture() { editor.show(nullptr); }

  /// Sets the text and places the caret as `marked` says.
  void set(const QString& marked, int frontMatterLines = 0) {
    QString text = marked;
    const auto take = [&text](QChar sign) {
      const auto at = static_cast<int>(text.indexOf(sign));
      if (at >= 0) text.remove(at, 1);
      return at;
    };
    const int caret = take(u'|');
    const int from = take(QChar(0x2039));
    const int to = take(QChar(0x203A));
    m_document->setPlainText(text);
    editor.setFrontMatterLines(frontMatterLines);
    QTextCursor cursor(m_document);
    cursor.setPosition(std::max(0, from >= 0 ? from : caret));
    if (from >= 0) cursor.setPosition(to, QTextCursor::KeepAnchor);
    editor.setTextCursor(cursor);
  }

  /// The text with caret and selection marked.
  QString marked() const {
    QString result = text();
    const QTextCursor cursor = editor.textCursor();
    if (!cursor.hasSelection()) return result.insert(cursor.position(), u'|');
    result.insert(cursor.selectionEnd(), QChar(0x203A));
    return result.insert(cursor.selectionStart(), QChar(0x2039));
  }

  QString text() const {
    QString raw = editor.document()->toRawText();
    return raw.replace(QChar::ParagraphSeparator, u'\n');
  }

  void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(&editor, key, modifiers);
  }
  void type(const QString& keys) {
    for (const QChar c : keys) {
      if (c == u'\n') {
        QTest::keyClick(&editor, Qt::Key_Return);
      } else {
        QTest::keyClick(&editor, c.toLatin1());
      }
    }
  }

  MarkdownEditor editor;

 private:
  QObject m_owner;
  QTextDocument* m_document;
};

} // namespace postwright::ui
