#include <cmark-gfm/node.h>

#include "app/markdown/block_parser.h"

namespace postwright::markdown {
namespace {

std::uintptr_t noteOf(cmark_node* node) {
  return reinterpret_cast<std::uintptr_t>(cmark_node_get_user_data(node));
}

bool isTightText(const cmark_node* paragraph) {
  const cmark_node* item = paragraph->parent;
  return item->type == CMARK_NODE_ITEM && cmark_node_get_user_data(item->parent) == nullptr;
}

/// Lays the tree's nodes in a row.
class Lister {
 public:
  Lister(const std::vector<Leaf>& leaves, const std::vector<std::uint32_t>& fedLines,
         std::vector<Block>& blocks)
      : m_leaves(leaves), m_fedLines(fedLines), m_blocks(blocks) {}

  void run(cmark_node* root) {
    for (cmark_node* node = root->first_child; node != nullptr;) {
      add(node);
      if (node->first_child != nullptr) {
        m_open.push_back(static_cast<std::uint32_t>(m_blocks.size() - 1));
        node = node->first_child;
        continue;
      }
      while (node != root && node->next == nullptr) {
        node = node->parent;
        if (node != root) close();
      }
      node = node == root ? nullptr : node->next;
    }
  }

 private:
  void add(cmark_node* node) {
    switch (node->type) {
      case CMARK_NODE_BLOCK_QUOTE:
        return addContainer(node, BlockKind::Quote, 0);
      case CMARK_NODE_ITEM:
        return addContainer(node, BlockKind::Item, 0);
      case CMARK_NODE_FOOTNOTE_DEFINITION:
        return addContainer(node, BlockKind::FootnoteDefinition,
                            static_cast<std::uint32_t>(noteOf(node) - 1));
      case CMARK_NODE_LIST:
        return addContainer(node, isOrdered(node) ? BlockKind::OrderedList : BlockKind::BulletList,
                            static_cast<std::uint32_t>(node->as.list.start));
      default:
        return addLeaf(node, m_leaves[noteOf(node) - 1]);
    }
  }

  static bool isOrdered(const cmark_node* list) { return list->as.list.list_type == CMARK_ORDERED_LIST; }

  void addContainer(cmark_node* node, BlockKind kind, std::uint32_t number) {
    Block block{.kind = kind, .number = number};
    block.firstLine = m_fedLines[static_cast<std::size_t>(node->start_line) - 1];
    block.lastLine = block.firstLine;
    if (kind == BlockKind::Item) block.task = static_cast<Task>(noteOf(node));
    append(block);
  }

  void addLeaf(const cmark_node* node, const Leaf& leaf) {
    Block block{.kind = leaf.kind, .isSetext = leaf.isSetext, .task = leaf.task, .number = leaf.level};
    block.firstLine = leaf.firstLine;
    block.lastLine = leaf.lastLine;
    if (leaf.kind == BlockKind::Paragraph) block.isTight = isTightText(node);
    if (leaf.kind == BlockKind::Table) block.firstLine = leaf.tableLine;
    if (leaf.kind == BlockKind::Table && leaf.tableLine > leaf.firstLine) {
      append({.kind = BlockKind::Paragraph,
              .isTight = isTightText(node),
              .task = leaf.task,
              .firstLine = leaf.firstLine,
              .lastLine = leaf.tableLine - 1});
    }
    append(block);
  }

  void append(Block block) {
    block.next = static_cast<std::uint32_t>(m_blocks.size() + 1);
    m_blocks.push_back(block);
  }

  void close() {
    Block& container = m_blocks[m_open.back()];
    container.lastLine = std::max(container.lastLine, m_blocks.back().lastLine);
    container.next = static_cast<std::uint32_t>(m_blocks.size());
    m_open.pop_back();
  }

  const std::vector<Leaf>& m_leaves;
  const std::vector<std::uint32_t>& m_fedLines;
  std::vector<Block>& m_blocks;
  std::vector<std::uint32_t> m_open;
};

} // namespace

void BlockParser::listBlocks(cmark_node* root) {
  Lister(m_leaves, m_fedLines, m_blocks.blocks).run(root);
}

} // namespace postwright::markdown
