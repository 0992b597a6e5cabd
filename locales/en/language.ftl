## The switch of languages

language-switch = Language:

## Lists: of two, the end of a longer one, and what comes before its end

list-two = { $first } and { $last }
list-end = { $first }, and { $last }
list-middle = { $first }, { $next }
