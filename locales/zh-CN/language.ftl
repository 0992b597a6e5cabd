## The switch of languages

language-switch = 语言：

## Lists: of two, the end of a longer one, and what comes before its end

list-two = { $first }和{ $last }
list-end = { $first }和{ $last }
list-middle = { $first }、{ $next }
