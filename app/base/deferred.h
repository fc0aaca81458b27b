// A value that is made by a function when a template first asks for it.
// The one rule: the function is called at most once, from whichever thread asks first.
#pragma once

#include <functional>

#include "app/base/value.h"

namespace postwright {

/// A value that `make` gives when it is asked for; `make` returns a value that is not deferred itself.
Value deferred(std::function<Value()> make);

/// `value`, whose copies share one text.
Value shared(Value value);

} // namespace postwright
