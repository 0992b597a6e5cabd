## The switch of languages

language-switch = اللغة:

## Lists: of two, the end of a longer one, and what comes before its end

list-two = { $first } و{ $last }
list-end = { $first } و{ $last }
list-middle = { $first } و{ $next }
