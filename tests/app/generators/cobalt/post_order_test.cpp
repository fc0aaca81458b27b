#include "app/generators/cobalt/post_order.h"

#include <QTest>
#include <algorithm>

using namespace postwright;
using namespace postwright::generators::cobalt;

namespace {

EntryPointer post(const std::string& path, int day, bool inDraftsFolder = false) {
  auto entry = std::make_shared<Entry>();
  entry->document.path = path;
  entry->document.inDraftsFolder = inDraftsFolder;
  if (day > 0)
    entry->document.fields.publishedDate = makeDateTime({2020, 1, static_cast<std::uint8_t>(day)}, 0, 0);
  return entry;
}

std::string names(const std::vector<EntryPointer>& entries) {
  std::string text;
  for (const EntryPointer& entry : entries)
    text += entry->document.path;
  return text;
}

} // namespace

class PostOrderTest : public QObject {
  Q_OBJECT

 private slots:
  void before_isNewestFirstThenPathThenDrafts() {
    std::vector<EntryPointer> posts{post("d", 2, true), post("z", 0), post("b", 2), post("c", 3),
                                    post("a", 2)};
    std::ranges::sort(posts, PostBefore{false});
    QCOMPARE(names(posts), std::string("cabdz"));
    std::ranges::sort(posts, PostBefore{true});
    QCOMPARE(names(posts), std::string("zdbac"));
  }

  void before_comparesInstants() {
    const EntryPointer early = post("a", 0);
    const EntryPointer late = post("b", 0);
    const_cast<site::Document&>(early->document).fields.publishedDate = makeDateTime({2020, 1, 2}, 0, 7200);
    const_cast<site::Document&>(late->document).fields.publishedDate =
        makeDateTime({2020, 1, 1}, 23 * 3600, 0);
    QVERIFY(PostBefore{}(late, early));
  }

  void sortPosts_agreesWithComparing() {
    std::vector<EntryPointer> inPathOrder;
    for (int i = 0; i < 26; ++i)
      inPathOrder.push_back(post(std::string(1, static_cast<char>('a' + i)), i * 5 % 4, i % 3 == 0));
    for (const bool ascending : {false, true}) {
      std::vector<EntryPointer> posts = inPathOrder;
      std::vector<EntryPointer> expected = inPathOrder;
      sortPosts(posts, PostBefore{ascending});
      std::ranges::sort(expected, PostBefore{ascending});
      QCOMPARE(names(posts), names(expected));
    }
  }

  void neighbours_agreeWithTheList_data() {
    QTest::addColumn<bool>("ascending");
    QTest::newRow("newest first") << false;
    QTest::newRow("oldest first") << true;
  }
  void neighbours_agreeWithTheList() {
    QFETCH(bool, ascending);
    const PostBefore before{ascending};
    std::vector<EntryPointer> loaded;
    for (int i = 0; i < 12; ++i)
      loaded.push_back(post(std::string(1, static_cast<char>('a' + i)), 1 + i * 5 % 7));
    std::ranges::sort(loaded, before);
    const std::vector<EntryPointer> added{post("c", 9), post("d", 1), post("x", 3)};
    const PostOrder order(loaded, added, {"c", "d", "f"}, before);
    const std::vector<EntryPointer> all = order.all();
    QCOMPARE(all.size(), std::size_t{12}); // c and d moved, f left, x came
    QVERIFY(std::ranges::is_sorted(all, before));
    for (std::size_t i = 0; i < all.size(); ++i) {
      QVERIFY(order.before(all[i]) == (i > 0 ? all[i - 1] : nullptr));
      QVERIFY(order.after(all[i]) == (i + 1 < all.size() ? all[i + 1] : nullptr));
    }
  }

  void neighbours_ofNothing_areNone() {
    const PostOrder order({}, {}, {}, {});
    QVERIFY(order.before(post("a", 1)) == nullptr);
    QVERIFY(order.after(post("a", 1)) == nullptr);
  }
};

QTEST_APPLESS_MAIN(PostOrderTest)
#include "post_order_test.moc"
