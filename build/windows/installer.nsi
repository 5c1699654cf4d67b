; The installer of Sổ Phát ngôn: for this user alone, without administrator rights or a network.
;
;   makensis -DVERSION=… -DWORK=folder -DOUT=…-setup.exe [-DTARGET=…] [-DSIGN=…] installer.nsi
;
; In WORK are files.nsh, the commands that unpack the program, and NSIS's own Vietnamese in NFC.
;
; Silent: setup.exe /S [/D=C:\folder]      uninstall.exe /S
; Exit codes: 0 done, 1 stopped by the user, 2 failed, 3 the program is running,
;             4 a newer version, or data of a newer version, is on this PC

!ifdef TARGET
  Target ${TARGET}
!endif
Unicode true
SetCompressor /SOLID lzma
SetCompressorDictSize 32
SetDateSave on
ManifestDPIAware true
ManifestSupportedOS Win10
CRCCheck on

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include WordFunc.nsh
!include x64.nsh

!define NAME "Sổ Phát ngôn"
!define PROGRAM "SoPhatNgon"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${PROGRAM}"
!define DATA "$LOCALAPPDATA\${PROGRAM}"
; Names that no folder of a user has: both are deleted.
!define NEW "$INSTDIR\${PROGRAM}-new"
!define OLD "$INSTDIR\${PROGRAM}-old"

Name "${NAME}"
BrandingText "${NAME} ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${PROGRAM}"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
ShowInstDetails nevershow
ShowUninstDetails nevershow
!ifdef SIGN
  !uninstfinalize '${SIGN}'
  !finalize '${SIGN}'
!endif

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1066 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1066 "FileDescription" "Bộ cài ${NAME}"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "CompanyName" "${NAME}"
VIAddVersionKey /LANG=1066 "LegalCopyright" "${NAME}"

!define MUI_ICON "${__FILEDIR__}/../../resources/icon.ico"
!define MUI_UNICON "${__FILEDIR__}/../../resources/icon.ico"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "Bộ cài này cài ${NAME} ${VERSION} cho riêng người dùng đang đăng nhập, không cần quyền quản trị và không cần mạng.$\r$\n$\r$\nNếu ${NAME} đang mở, hãy cất những gì đang làm và đóng cửa sổ trước khi đi tiếp. Dữ liệu đã có được giữ nguyên.$\r$\n$\r$\nBấm “Tiến” để bắt đầu."
!define MUI_COMPONENTSPAGE_NODESC
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Mở ${NAME} ngay"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGEEX "${WORK}" "Vietnamese"

; Leave with an exit code, after taking away what was unpacked.
!macro LEAVE CODE WORDS
  SetOutPath "$TEMP"
  RMDir /r "${NEW}"
  RMDir "$INSTDIR"
  MessageBox MB_OK|MB_ICONEXCLAMATION "${WORDS}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

; $R0 becomes 1 while a program of that folder runs: Windows lets nobody write into it then.
!macro LOOK_WHETHER_RUNNING
  StrCpy $R0 0
  ${For} $R1 1 2
    ${If} $R1 = 1
      StrCpy $R2 "$INSTDIR\${PROGRAM}.exe"
    ${Else}
      StrCpy $R2 "$INSTDIR\${PROGRAM}-cli.exe"
    ${EndIf}
    ${If} ${FileExists} "$R2"
      ClearErrors
      FileOpen $R3 "$R2" a
      ${If} ${Errors}
        StrCpy $R0 1
      ${Else}
        FileClose $R3
      ${EndIf}
    ${EndIf}
  ${Next}
!macroend

!macro WAIT_UNTIL_CLOSED
  ${Do}
    !insertmacro LOOK_WHETHER_RUNNING
    ${If} $R0 = 0
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME} đang mở. Cất những gì đang làm, đóng cửa sổ ${NAME}, rồi bấm “Retry” (Thử lại)." /SD IDCANCEL IDRETRY +3
    SetErrorLevel 3
    Quit
  ${Loop}
!macroend

; Move one part of the program where it is there and its place is free; $R0 becomes 1 where it stays.
; A virus scanner looks into what was just unpacked or run, and holds it for a moment.
!macro MOVE_PART PART FROM TO
  ${For} $R1 1 20
    ${IfNot} ${FileExists} "${FROM}\${PART}"
    ${OrIf} ${FileExists} "${TO}\${PART}"
      ${ExitFor}
    ${EndIf}
    Rename "${FROM}\${PART}" "${TO}\${PART}"
    ${If} ${FileExists} "${FROM}\${PART}"
      Sleep 250
    ${EndIf}
  ${Next}
  ${If} ${FileExists} "${FROM}\${PART}"
    StrCpy $R0 1
  ${EndIf}
!macroend

!macro MOVE_PROGRAM FROM TO
  CreateDirectory "${TO}"
  !insertmacro MOVE_PART "${PROGRAM}.exe" "${FROM}" "${TO}"
  !insertmacro MOVE_PART "${PROGRAM}-cli.exe" "${FROM}" "${TO}"
  !insertmacro MOVE_PART "_internal" "${FROM}" "${TO}"
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "${NAME} cần Windows 10 hoặc 11, loại 64 bit." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  ReadRegStr $0 HKCU "${KEY}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 = 1
      MessageBox MB_OK|MB_ICONSTOP "Máy này đang có ${NAME} $0, mới hơn bản ${VERSION} trong bộ cài này. Không cài bản cũ đè lên bản mới; không có gì bị thay đổi." /SD IDOK
      SetErrorLevel 4
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "${NAME}" PROGRAM_SECTION
  SectionIn RO
  SetShellVarContext current
  !insertmacro WAIT_UNTIL_CLOSED

  ; Everything is unpacked beside, tried, and only then put in the place of the older version.
  RMDir /r "${NEW}"
  ClearErrors
  !include "${WORK}/files.nsh"
  ${If} ${Errors}
    !insertmacro LEAVE 2 "Không ghi được vào thư mục “$INSTDIR”. Kiểm tra ổ đĩa còn chỗ và quyền ghi, hoặc chọn thư mục khác. Bản đang có (nếu có) được giữ nguyên."
  ${EndIf}
  SetOutPath "$TEMP"
  nsExec::ExecToStack '"${NEW}\${PROGRAM}-cli.exe" check --for-update'
  Pop $0
  Pop $1
  ${If} $0 == 1
    !insertmacro LEAVE 4 "Dữ liệu trên máy này do một phiên bản ${NAME} mới hơn tạo ra, bản ${VERSION} không đọc được. Hãy cài phiên bản mới nhất. Không có gì bị thay đổi."
  ${ElseIf} $0 != 0
    !insertmacro LEAVE 2 "${NAME} không chạy được trên máy này nên chưa cài ($0). Có thể phần mềm diệt vi-rút đã chặn: hãy nhờ cán bộ tin học cho phép rồi cài lại. $1"
  ${EndIf}

  !insertmacro WAIT_UNTIL_CLOSED
  RMDir /r "${OLD}"
  StrCpy $R0 0
  !insertmacro MOVE_PROGRAM "$INSTDIR" "${OLD}"
  ${If} $R0 = 0
    !insertmacro MOVE_PROGRAM "${NEW}" "$INSTDIR"
  ${EndIf}
  ${If} $R0 = 1
    ; Back again: what was not moved before still has its like in the way, and stays.
    !insertmacro MOVE_PROGRAM "$INSTDIR" "${NEW}"
    !insertmacro MOVE_PROGRAM "${OLD}" "$INSTDIR"
    RMDir "${OLD}"
    !insertmacro LEAVE 2 "Chưa thay được các tệp trong “$INSTDIR”, có lẽ một chương trình khác đang giữ chúng. Bản đang có (nếu có) và dữ liệu được giữ nguyên. Hãy khởi động lại máy rồi chạy lại bộ cài."
  ${EndIf}
  RMDir /r "${OLD}"
  RMDir "${NEW}"

  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}.exe"
  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}.exe"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" "$0"
SectionEnd

Section "Biểu tượng trên màn hình nền"
  CreateShortCut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}.exe"
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  !insertmacro WAIT_UNTIL_CLOSED
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "${OLD}"
  RMDir /r "${NEW}"
  Delete "$INSTDIR\${PROGRAM}.exe"
  Delete "$INSTDIR\${PROGRAM}-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey HKCU "${KEY}"
  ${If} ${FileExists} "${DATA}\*.*"
    MessageBox MB_OK|MB_ICONINFORMATION "Đã gỡ ${NAME}. Dữ liệu và các bản sao lưu được giữ nguyên trong thư mục:$\r$\n$\r$\n${DATA}$\r$\n$\r$\nCài lại ${NAME} thì thấy lại toàn bộ." /SD IDOK
  ${EndIf}
SectionEnd
