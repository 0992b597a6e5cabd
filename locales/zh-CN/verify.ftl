## 谁打开了链接

verify-title = 确认是您本人
verify-unsent = 在您将账号连接到 { $app } 之前，我们会向 { $address } 发送验证码。
verify-sent = 我们已向 { $address } 发送验证码，可能需要一分钟才能送达。
verify-code = 邮件中的验证码
verify-hint = 六位数字，十分钟内有效。
verify-check = 继续
verify-checking = 正在核对…
verify-send = 发送验证码
verify-again = 重新发送验证码
verify-wrong = 这不是最新邮件中的验证码。请核对后重试。
verify-no-code = 请输入邮件中的六位数字。
verify-over = 此验证码已失效。请获取新的验证码。
verify-not-sent = 邮件未能发送。请稍等一分钟再试。如果仍无法解决，请告知 { $app } 的运营人员。
verify-no-more = 无法再为此链接发送验证码。请向 { $app } 索取新链接。
verify-first-title = 我们需要先确认是您本人
verify-first-text = 未连接任何账号。请在单独的窗口中打开 { $app } 发送给您的链接，并从头开始操作。
verify-answer-title = 此确认在这里无效
verify-answer-text = 确认只能使用一次，十分钟内有效，且仅限于打开链接的浏览器。请再次打开 { $app } 发送的链接。
done-finish = 接下来由 { $app } 继续。
done-return = 返回 { $app }
mail-code-subject = { $code } 是您在 { $app } 的验证码
mail-code-text =
    您好：

    有人打开了 { $app } 发送的链接，准备为您连接一个账号。如果是您本人操作，请在该页面输入以下验证码：

    { $code }

    验证码十分钟内有效。请勿转发或念给任何人。如果您没有打开过这样的链接，则无需任何操作：没有验证码，就不会连接任何账号。

    此邮件由 { $host } 代表 { $app } 发送。
