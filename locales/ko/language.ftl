## The switch of languages

language-switch = 언어:

## Lists: of two, the end of a longer one, and what comes before its end

list-two = { $first } 및 { $last }
list-end = { $first } 및 { $last }
list-middle = { $first }, { $next }
