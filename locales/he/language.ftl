## The switch of languages

language-switch = שפה:

## Lists: of two, the end of a longer one, and what comes before its end

list-two = { $first } ו-{ $last }
list-end = { $first } ו-{ $last }
list-middle = { $first }, { $next }
