#include "app/generators/cobalt/entry_memo.h"

#include <QTest>

using namespace postwright;
using namespace postwright::generators::cobalt;

class EntryMemoTest : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    m_settings = std::make_unique<Settings>();
    applyConfig(*m_settings, {});
    m_memo = std::make_unique<EntryMemo>();
  }

  void anotherBody_keepsTheFrontMatterAndItsAttributes() {
    const EntryPointer first = read("---\ntitle: T\ntags: [a]\n---\nold");
    const EntryPointer second = read("---\ntitle: T\ntags: [a]\n---\nnew");
    QCOMPARE(second->document.content, std::string("new"));
    QCOMPARE(first->document.content, std::string("old"));
    QCOMPARE(second->document.fields.tags, std::vector<std::string>{"a"});
    QCOMPARE(&second->get(), &first->get());
  }

  void anotherFrontMatter_isRead() {
    read("---\ntitle: T\n---\nx");
    QCOMPARE(read("---\ntitle: U\n---\nx")->document.fields.title, std::string("U"));
  }

  void blankLinesBelowTheFrontMatter_moveTheBody() {
    QCOMPARE(read("---\ntitle: T\n---\nx")->document.contentLine, 4);
    QCOMPARE(read("---\ntitle: T\n---\n\n\nx")->document.contentLine, 6);
  }

  void frontMatterWithoutAFence_isAnotherPlace() {
    QCOMPARE(read("---\ntitle: [\n---\nx")->document.problem->error.where.line, 2);
    const EntryPointer old = read("title: [\n---\nx");
    QVERIFY(old->document.problem);
    QCOMPARE(old->document.problem->error.where.line, 1);
  }

  void otherPathsAndRoles_areNotMistaken() {
    const std::string text = "---\ntitle: T\n---\nx";
    QCOMPARE(m_memo->read(*m_settings, "posts/a.md", text, Role::Post)->document.path,
             std::string("posts/a.md"));
    QCOMPARE(m_memo->read(*m_settings, "posts/b.md", text, Role::Post)->document.path,
             std::string("posts/b.md"));
    QVERIFY(m_memo->read(*m_settings, "posts/a.md", text, Role::Page)->document.collection ==
            site::Collection::Pages);
  }

  void brokenUtf8_isReportedEachTime() {
    QVERIFY(!read("---\ntitle: T\n---\nx")->document.problem);
    for (int turn = 0; turn < 2; ++turn)
      QVERIFY(read("---\ntitle: T\n---\n\xFF")->document.problem->error.code == ErrorCode::FileNotUtf8);
  }

  void manyPosts_pushOutTheOldest() {
    for (int post = 0; post < 100; ++post) {
      const std::string path = "posts/" + std::to_string(post) + ".md";
      QCOMPARE(m_memo->read(*m_settings, path, "---\ntitle: T\n---\nx", Role::Post)->document.path, path);
    }
    QCOMPARE(read("---\ntitle: T\n---\nx")->document.path, std::string("posts/a.md"));
  }

 private:
  EntryPointer read(const std::string& text) {
    return m_memo->read(*m_settings, "posts/a.md", text, Role::Post);
  }

  std::unique_ptr<Settings> m_settings;
  std::unique_ptr<EntryMemo> m_memo;
};

QTEST_APPLESS_MAIN(EntryMemoTest)
#include "entry_memo_test.moc"
