### Every sentence the bot says in English, by journey. A key begins with its journey, `button-` or `toast-`.
### What a text needs is named in a comment above it: `$name` with its kind.

prompting-kept = Kept, for you alone.
# $partner (String): what the reader calls the other person.
sharing-sent = It's with the post. { $partner } reads it in their own time.
button-keep = Keep
toast-undone = Undone.
