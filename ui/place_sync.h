// Keeps text and page at the same place: they scroll together, the caret's block is marked in the page, and a
// click in the page leads to what was written there: a place of the post, a field of its front matter, or a
// file of the site. Neither side answers to a scroll that the other one caused.
#pragma once

#include <QObject>

#include "ui/preview/page_places.h"

namespace postwright::ui {

class EditingView;
class PreviewPane;
class Workspace;

class PlaceSync : public QObject {
  Q_OBJECT

 public:
  PlaceSync(Workspace& workspace, EditingView& editing, PreviewPane& preview, QObject* parent = nullptr);

  /// Whether text and page scroll together.
  void setScrolling(bool together);

 signals:
  /// Something was clicked that stands in another file of the site (path relative to the source folder).
  void fileRequested(const QString& file, int line, int column);

 private:
  bool isPageOfText() const;
  void scrollPage();
  void scrollText(double line, bool isTop);
  void markCaret();
  void onContentChanged();
  void onClicked(const WrittenPlace& place);
  bool focusField(const QString& variable);
  void requestData(const QString& variable, const WrittenPlace& place);

  Workspace& m_workspace;
  EditingView& m_editing;
  PagePlaces& m_places;
  bool m_scrollsTogether = true;
  bool m_textLeads = true; ///< the side that was scrolled last
  QString m_document;      ///< of the page that was there last
};

} // namespace postwright::ui
