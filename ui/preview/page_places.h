// Which place of the page is which line of the post. The page can be brought to a line and shows the caret's
// block; what the user scrolls to and clicks on comes back as a place of a file. The positions are those of
// the page's source map; nothing of them is written into the page.
#pragma once

#include <QColor>
#include <QObject>
#include <QPoint>
#include <QString>

#include "ui/preview/live_page.h"

namespace postwright::ui {

/// Where something of the page was written.
struct WrittenPlace {
  QString file;     ///< relative to the source folder
  int line = 0;     ///< 1-based; in a block of the post: its first
  int column = 1;   ///< 1-based
  QString variable; ///< what was printed there, "page.title"; else empty
  bool isBlock = false;
  QString before;    ///< in a block of the post: its text as shown, up to the place
  bool isOn = false; ///< on a letter or an image, not on the room beside it
};

class PagePlaces : public QObject {
  Q_OBJECT

 public:
  explicit PagePlaces(LivePage* live, QObject* parent = nullptr);

  /// The document that the page shown belongs to; empty when there is none.
  QString document() const;
  /// The page was loaded at a fragment: it stands where the user wants it.
  bool isAtFragment() const { return m_live->isAtFragment(); }
  /// What was written on `line` (1-based, with the share of it that is scrolled away) comes to the page's top
  /// and stays there, images may come late, until the user scrolls the page. `lines`: of the file.
  void follow(double line, int lines);
  /// The page no longer scrolls with the text and no longer says when it is scrolled.
  void setFollowing(bool follows);
  /// Marks the block that was written on `line`; 0: none.
  void mark(int line, const QColor& colour);
  /// clicked() says what was written at this place (CSS pixels in the window of the page), as for a click.
  void locate(const QPoint& place);

 signals:
  void contentChanged();                    ///< another text is in the page, or the same loaded anew
  void scrolledTo(double line, bool isTop); ///< by the user; `isTop`: what is before the first block
  void clicked(const postwright::ui::WrittenPlace& place);

 private:
  void onScrolled(int index, double share);
  WrittenPlace placeOf(const QVariantMap& found) const;
  int anchorAt(int line) const;
  void sendMark();

  LivePage* m_live;
  bool m_follows = true;
  int m_markedLine = 0;
  QColor m_colour;
};

} // namespace postwright::ui
