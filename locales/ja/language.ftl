## The switch of languages

language-switch = 言語:

## Lists: of two, the end of a longer one, and what comes before its end

list-two = { $first }、{ $last }
list-end = { $first }、{ $last }
list-middle = { $first }、{ $next }
