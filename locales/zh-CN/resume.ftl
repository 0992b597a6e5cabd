resume-title = 从上次中断处继续
resume-text = 您之前填写的内容已自动填入。密钥和密码不会保留，请重新输入。
resume-start-over = 重新开始
resume-service = 继续连接 { $service }
