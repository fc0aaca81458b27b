// What our scripts in the page may tell the program. It is published in the scripts' own world only, so the
// page's scripts cannot reach it.
#pragma once

#include <QObject>

namespace postwright::ui {

class PageBridge : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

 public slots:
  /// The document of load number `load` is parsed and paired with its source.
  void reportReady(int load) { emit ready(load); }
  /// The content of this serial number is on the screen.
  void reportPainted(int serial) { emit painted(serial); }
  /// The user scrolled: `share` (0-1) of the way from this anchor to the next one is at the top; -1: what is
  /// before the first.
  void reportScrolled(int anchor, double share) { emit scrolled(anchor, share); }
  /// The user clicked where a click means nothing else, at this point of the view.
  void reportClicked(int x, int y) { emit clicked(x, y); }

 signals:
  void ready(int load);
  void painted(int serial);
  void scrolled(int anchor, double share);
  void clicked(int x, int y);
};

} // namespace postwright::ui
