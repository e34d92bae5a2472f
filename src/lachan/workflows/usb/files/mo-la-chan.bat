@echo off
chcp 65001 >nul
rem Mở Lá Chắn đã cài từ USB này; đóng bằng Ctrl+C.
setlocal
set "HOME_DIR=%LOCALAPPDATA%\LaChan"
set "PYTHONUTF8=1"
if not exist "%HOME_DIR%\.venv\Scripts\lachan.exe" (
    echo Chưa cài Lá Chắn trên máy này. Hãy bấm đúp cai-dat.bat trước.
    pause
    exit /b 1
)
cd /d "%HOME_DIR%"
"%HOME_DIR%\.venv\Scripts\lachan.exe" serve %*
pause
