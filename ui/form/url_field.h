// A line that holds an address of the web, with a button that opens it in the browser.
#pragma once

#include "ui/form/text_field.h"

class QToolButton;

namespace postwright::ui {

class UrlField : public TextField {
  Q_OBJECT

 public:
  UrlField(const Row& row, QWidget* parent);

 private:
  void updateButton();
  void open();

  QToolButton* m_open;
};

/// Whether `text` begins as an address does: `https://`, `http://`, `mailto:`.
bool looksLikeUrl(const QString& text);
/// Whether it is a whole one, that a browser could open.
bool isCompleteUrl(const QString& text);

} // namespace postwright::ui
