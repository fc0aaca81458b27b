// The documents shown one after the other, for back and forward.
#pragma once

#include <QString>
#include <vector>

namespace postwright::ui {

class ShownHistory {
 public:
  struct Entry {
    QString document; ///< path relative to the source folder
    QString url;      ///< as shown last
  };

  /// `document` is shown now. The neighbour that back() or forward() named becomes the current entry;
  /// anything else is put after the current one and what came after it is forgotten.
  void visit(const QString& document);
  /// The current document's URL is this now.
  void setUrl(const QString& url);
  void clear();

  bool canGoBack() const { return m_current > 0; }
  bool canGoForward() const { return m_current + 1 < static_cast<int>(m_entries.size()); }
  /// URL of the document before or after the current one, which stays current until visit(); requires
  /// canGoBack() or canGoForward().
  QString back();
  QString forward();

 private:
  bool isAt(int index, const QString& document) const;

  std::vector<Entry> m_entries;
  int m_current = -1;
  int m_wanted = -1; ///< entry that back() or forward() named
};

} // namespace postwright::ui
