// The tabs above the text: the post's own, which is always there, and one for each file of the site that is
// open for reading. With the post's alone there is nothing to choose, and no tabs are shown.
#pragma once

#include <QTabBar>

namespace postwright::ui {

/// A place in a file of the site.
struct SourcePlace {
  QString file; ///< absolute
  QString name; ///< what it is called, relative to the site's source folder
  int line = 1; ///< 1-based, as is the column
  int column = 1;

  bool operator==(const SourcePlace&) const = default;
};

class SourceTabs : public QTabBar {
  Q_OBJECT

 public:
  explicit SourceTabs(QWidget* parent = nullptr);

  /// What the post's tab is called.
  void setPost(const QString& name);
  void choosePost() { setCurrentIndex(0); }
  /// Chooses the tab of this file, a new one where it has none.
  void open(const SourcePlace& place);
  /// Keeps the place in the tab that is chosen for when one comes back to it.
  void keepPlace(int line, int column);
  /// Closes the tab that is chosen, unless it is the post's.
  void closeChosen();
  /// Closes all but the post's.
  void closeAll();
  SourcePlace chosen() const { return placeAt(currentIndex()); }
  bool isPostChosen() const { return currentIndex() == 0; }

 signals:
  void postChosen();
  void sourceChosen(const postwright::ui::SourcePlace& place);

 private:
  SourcePlace placeAt(int index) const;
  void onChosen(int index);
  void close(int index);
};

} // namespace postwright::ui

Q_DECLARE_METATYPE(postwright::ui::SourcePlace)
