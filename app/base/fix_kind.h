// What a fix of a mistake does, in one word that the interface can translate.
// The one rule: English for people stands in messages.cpp alone.
#pragma once

#include <cstdint>
#include <string>

namespace postwright {

enum class FixKind : std::uint8_t {
  WriteValue,    ///< the value that was meant, in the spelling that is read
  AddTime,       ///< a date gets its time of day and offset
  AddSlash,      ///< a permalink starts with '/'
  MoveUnderData, ///< a key Cobalt does not know becomes one of its own map for such keys
  Rename,        ///< a key Cobalt does not know becomes the one that was meant
  Requote,       ///< the same text in quotation marks
  RemoveTwin,    ///< one of two equal entries
  RemoveKey,     ///< a key whose value must not be empty
  MakeList,      ///< a single value becomes a list
};

/// An order in English, such as "Write true"; `argument` is the new value or name.
std::string describe(FixKind kind, const std::string& argument);

} // namespace postwright
