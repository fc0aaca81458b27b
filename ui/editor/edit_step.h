// One undo step. What is done while it lives is undone at once, and what is typed afterwards is a step of its
// own.
#pragma once

#include <QTextCursor>
#include <QTextDocument>

namespace postwright::ui {

class EditStep {
 public:
  explicit EditStep(const QTextCursor& cursor) : m_cursor(cursor), m_revision(cursor.document()->revision()) {
    m_cursor.clearSelection();
    m_cursor.beginEditBlock();
  }
  ~EditStep() {
    if (m_cursor.document()->revision() != m_revision) seal();
    m_cursor.endEditBlock();
  }
  EditStep(const EditStep&) = delete;
  EditStep& operator=(const EditStep&) = delete;

 private:
  /// Qt merges typing into a step that ends with an insertion right before it. A removal it leaves alone.
  void seal() {
    m_cursor.insertText(QStringLiteral(" "));
    m_cursor.deletePreviousChar();
  }

  QTextCursor m_cursor;
  int m_revision;
};

} // namespace postwright::ui
